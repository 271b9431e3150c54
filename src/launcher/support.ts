import { installationBundle } from '../core/diagnosis/launch-export.ts';
import { connectionInUse, connectionKey } from '../core/settings/settings.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { extensionId, updateUrl } from '../platform/about.ts';
import { connectionCheckOf } from '../platform/keys/check.ts';
import { storageUse } from '../platform/store/stored.ts';

/** The installation for support, where there is no launch to look into: no token, nothing of a customer. */
export async function supportBundle({ settings, program }: LauncherState): Promise<string> {
  const connection = connectionInUse(settings);
  const check = connection && (await connectionCheckOf(connectionKey(connection)).get());
  const facts = { check, storage: await storageUse(), updateUrl: updateUrl() };
  const context = {
    program,
    extensionId: extensionId(),
    browser: navigator.userAgent,
    at: Date.now(),
    settings,
    findings: [],
  };
  return installationBundle(context, facts);
}

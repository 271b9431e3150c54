import { installationBundle } from '../core/diagnosis/launch-export.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import { connectionInUse, connectionKey } from '../core/settings/settings.ts';
import { extensionId, program, updateUrl } from '../platform/about.ts';
import { connectionCheckOf } from '../platform/keys/check.ts';
import { storageUse } from '../platform/store/stored.ts';

/**
 * The installation for support, where there is no launch to look into: no token, nothing of a customer.
 *
 * @param browser the browser's name and version
 */
export async function supportBundle(settings: EffectiveSettings, browser: string): Promise<string> {
  const connection = connectionInUse(settings);
  const check = connection && (await connectionCheckOf(connectionKey(connection)).get());
  const facts = { check, storage: await storageUse(), updateUrl: updateUrl() };
  const shared = { program: program(), extensionId: extensionId(), browser, at: Date.now() };
  return installationBundle({ ...shared, settings, findings: [] }, facts);
}

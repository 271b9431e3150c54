import { isObject } from '../base/json.ts';
import type { Policy } from '../settings/managed.ts';
import { fault, isExtensionId, note, type PolicyFile, type Remark } from './file.ts';
import { neededHosts } from './install.ts';
import { overlap } from './match-patterns.ts';

/** https://support.google.com/chrome/a/answer/9867568 */
const modes = ['allowed', 'blocked', 'removed', 'force_installed', 'normal_installed'];

/**
 * Finds what is wrong with how a file installs the extension: malformed IDs, and `ExtensionSettings` that would keep the
 * extension away, or away from the hosts that it needs.
 *
 * @param policies the policies in the parts of the file
 */
export function installationRemarks(
  { parts, installs }: PolicyFile,
  policies: readonly Policy[],
): Remark[] {
  const needed = neededHosts(
    policies.flatMap(({ settings }) => settings.connections ?? []),
    policies.flatMap(({ settings }) => settings.sites ?? []),
  );
  const ids = [...new Set(parts.flatMap(({ extensionId }) => extensionId ?? []))];
  const malformed = ids
    .filter((id) => !isExtensionId(id))
    .map((id) => fault('id_malformed', { id }));
  const ofInstalls = installs.flatMap(({ settings }) => {
    const named = ids.filter(isExtensionId);
    const meant = named.length > 0 ? named : Object.keys(settings).filter(isExtensionId);
    return meant.flatMap((id) => ofExtension(id, settings, needed));
  });
  return [...malformed, ...ofInstalls];
}

function ofExtension(
  id: string,
  settings: Record<string, unknown>,
  needed: readonly string[],
): Remark[] {
  const own = settings[id];
  const others = Object.keys(settings).filter(isExtensionId);
  if (!isObject(own)) {
    return others.length > 0 ? [note('install_other_id', { id, others: others.join(', ') })] : [];
  }
  const { installation_mode: mode, update_url: from } = own;
  return [
    ...(mode !== undefined && !modes.includes(String(mode))
      ? [fault('install_mode', { id, mode: String(mode) })]
      : []),
    ...(/^(?:blocked|removed)$/.test(String(mode)) ? [fault('install_blocked', { id })] : []),
    ...(/_installed$/.test(String(mode)) && typeof from !== 'string'
      ? [fault('install_update_url', { id })]
      : []),
    ...blockedHosts(own, settings['*'], needed).map((host) => fault('install_hosts', { id, host })),
  ];
}

/** The needed hosts that a setting blocks, for this extension or for all, and that none allows for it. */
function blockedHosts(
  own: Record<string, unknown>,
  all: unknown,
  needed: readonly string[],
): string[] {
  // A setting for one extension replaces the one for all.
  const listed = (name: string) => own[name] ?? Object(all)[name];
  const means = (list: unknown, origin: string) =>
    Array.isArray(list) && list.some((each) => overlap(`${each}/*`, `${origin}/*`));
  return needed.filter(
    (origin) =>
      means(listed('runtime_blocked_hosts'), origin) &&
      !means(listed('runtime_allowed_hosts'), origin),
  );
}

import { type PolicyBrowser, policyPlaces } from './file.ts';
import { type Installation, installSettings } from './install.ts';

/** A key below `HKEY_LOCAL_MACHINE`, with values as Chromium reads them (`ConvertRegistryValue`). */
export interface WrittenKey {
  path: string;
  values: readonly { name: string; value: string | number }[];
}

/**
 * The keys of a policy in the registry. The extension gets its own key below `ExtensionSettings`, so that the settings
 * of other extensions there stay.
 */
export function registryKeys(
  document: Record<string, unknown>,
  extensionId: string,
  installation: Installation | undefined,
  browser: PolicyBrowser,
): WrittenKey[] {
  const { key: root } = policyPlaces[browser];
  const settings = {
    path: `${root}\\3rdparty\\extensions\\${extensionId}\\policy`,
    values: valuesOf(document),
  };
  if (installation === undefined) return [settings];
  const installs = Object.entries(installSettings(installation, browser)).map(([id, each]) => ({
    path: `${root}\\ExtensionSettings\\${id}`,
    values: valuesOf(each),
  }));
  return [...installs, settings];
}

function valuesOf(document: Record<string, unknown>): WrittenKey['values'] {
  return Object.entries(document).map(([name, value]) => {
    if (typeof value === 'boolean') return { name, value: value ? 1 : 0 };
    if (typeof value === 'number' || typeof value === 'string') return { name, value };
    return { name, value: JSON.stringify(value) };
  });
}

import type { PolicyBrowser } from './file.ts';
import { type Installation, installSettings } from './install.ts';

/** A key below `HKEY_LOCAL_MACHINE`, with values as `ConvertRegistryValue` of Chromium reads them. */
export interface WrittenKey {
  path: string;
  values: readonly { name: string; value: string | number }[];
}

const roots: Readonly<Record<PolicyBrowser, string>> = {
  chrome: 'SOFTWARE\\Policies\\Google\\Chrome',
  edge: 'SOFTWARE\\Policies\\Microsoft\\Edge',
  chromium: 'SOFTWARE\\Policies\\Chromium',
};

/**
 * The keys of a policy in the registry. The extension has a key of its own below `ExtensionSettings`,
 * so that what the machine has there for other extensions stays.
 */
export function registryKeys(
  document: Record<string, unknown>,
  extensionId: string,
  installation: Installation | undefined,
  browser: PolicyBrowser,
): WrittenKey[] {
  const root = roots[browser];
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

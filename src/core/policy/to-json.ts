import type { PolicyBrowser } from './file.ts';
import { type Installation, installSettings } from './install.ts';

/**
 * A file for the Google Admin console: each setting is an object with its `Value`.
 * https://support.google.com/chrome/a/answer/6177447
 */
export function toGoogle(document: Record<string, unknown>): string {
  return text(
    Object.fromEntries(Object.entries(document).map(([name, Value]) => [name, { Value }])),
  );
}

/**
 * A file for the folder of managed policies on Linux.
 * https://support.google.com/chrome/a/answer/9027408
 */
export function toLinux(
  document: Record<string, unknown>,
  extensionId: string,
  installation: Installation | undefined,
  browser: PolicyBrowser,
): string {
  return text({
    ...(installation && { ExtensionSettings: installSettings(installation, browser) }),
    '3rdparty': { extensions: { [extensionId]: document } },
  });
}

/** `ExtensionSettings` alone, as the settings catalog of Intune takes it. */
export function toInstallation(installation: Installation, browser: PolicyBrowser): string {
  return text(installSettings(installation, browser));
}

const text = (document: object) => `${JSON.stringify(document, null, 2)}\n`;

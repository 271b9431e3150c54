import { existsSync } from 'node:fs';

const wellKnown = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * Where a browser is that loads unpacked extensions: the one that KICKOFF_BROWSER names,
 * Playwright's own, or a Chromium of the system.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  const named = process.env.KICKOFF_BROWSER;
  if (named) return existsSync(named) ? named : undefined;
  const { chromium } = await import('playwright');
  return [chromium.executablePath(), ...wellKnown].find((path) => path !== '' && existsSync(path));
}

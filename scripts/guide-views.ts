import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import type { Browser } from '../test/harness/browser.ts';
import { sandboxBuild } from '../test/harness/build.ts';
import type { Sandbox } from '../test/sandbox/sandbox.ts';

export const folder = fileURLToPath(new URL('../docs/pictures/guides/', import.meta.url));
export const region = 'mypurecloud.de';
export const crm = 'https://crm.example.com';
const pageSize = { width: 1160, height: 900 };

/**
 * A copy of the build that may read the pages of the CRM, as after a click on the toolbar button, which
 * no program can do without a window.
 */
export function buildThatReads(): string {
  const extension = sandboxBuild.replace(/\/$/, '-guides');
  rmSync(extension, { recursive: true, force: true });
  cpSync(sandboxBuild, extension, { recursive: true });
  const file = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  manifest.host_permissions.push(`${crm}/*`);
  writeFileSync(file, JSON.stringify(manifest));
  return extension;
}

export async function openOptions(browser: Browser): Promise<Page> {
  return dressed(await browser.options());
}

/** The options as all pictures show them. */
export async function dressed(options: Page): Promise<Page> {
  await options.setViewportSize(pageSize);
  await options.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await options.getByRole('heading', { level: 2 }).first().waitFor();
  return options;
}

export async function pictureOf(
  options: Page,
  section: string,
  name = `options-${section}`,
): Promise<void> {
  // Nothing is in the pointer's or the keyboard's focus.
  await options.mouse.move(0, 0);
  await options.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const path = `${folder}${name}.png`;
  await options.locator(`#${section}`).screenshot({ path, animations: 'disabled' });
}

export async function picture(page: Page, name: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

export function guideSettings({ clientId, flow }: Sandbox) {
  const { id, name } = flow('requestCallback');
  const inputs = { 'Flow.customerNumber': '{{customerNumber}}' };
  return {
    connections: [
      {
        name: 'Production',
        environment: { region },
        clientId,
        confirmLaunch: true,
        flows: [{ id, name, pinned: true, inputs }],
      },
      { name: 'Test', environment: { region: 'mypurecloud.ie' }, clientId },
    ],
    sites: [
      {
        name: 'CRM',
        match: [`${crm}/*`],
        fields: {
          customerNumber: { selector: '.call', attribute: 'href', pattern: 'tel:(.+)' },
        },
        flow: name,
      },
    ],
    defaultCountry: 'DE',
    contactTypes: ['Voice', 'Callback', 'Message'],
    defaultContactType: 'Callback',
  };
}

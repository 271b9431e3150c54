// `npm run pictures`: the pictures of README and guides, from the real extension beside the sandbox.
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { openBrowser, redirectUri, settingsFor, signInAs } from '../test/e2e/browser.ts';
import { sandboxBuild } from '../test/e2e/build.ts';
import { startSandbox } from '../test/sandbox/sandbox.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
mkdirSync(folder, { recursive: true });
const popupSize = { width: 400, height: 600 };
const pageSize = { width: 1280, height: 800 };

await build({
  mode: 'sandbox',
  logLevel: 'warn',
  build: { outDir: sandboxBuild, emptyOutDir: true },
});
const sandbox = await startSandbox({ redirectUris: [redirectUri] });
const browser = await openBrowser();
try {
  await browser.configure(settingsFor(sandbox));
  const { page, tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
  await page.setViewportSize(pageSize);
  const popup = await browser.popup(tabId);
  await popup.setViewportSize(popupSize);

  await popup.getByRole('button', { name: 'Sign in' }).click();
  await signInAs(browser.context, sandbox.users.author);
  const picker = popup.getByRole('combobox', { name: 'Flow' });
  await picker.fill('Request callback');
  await popup
    .getByRole('option', { name: /^Request callback/ })
    .first()
    .click();
  await popup.locator('form input[value^="+"]').waitFor();
  await picture(popup, 'popup-form');

  await popup.getByRole('button', { name: 'Launch', exact: true }).click();
  await popup.getByRole('region', { name: 'Result' }).getByText('Completed').waitFor();
  await picture(popup, 'popup-completed');

  await picture(page, 'crm');
  await besideThePage(page, ['popup-form', 'popup-completed'], 'popup-on-page');
} finally {
  await browser.close();
  await sandbox.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

/** One picture of popups hanging from the toolbar over the page they were opened on. */
async function besideThePage(page: Page, popups: string[], name: string): Promise<void> {
  const data = (file: string) =>
    `data:image/png;base64,${readFileSync(`${folder}${file}.png`, 'base64')}`;
  const drawn = await page.context().newPage();
  await drawn.setViewportSize(pageSize);
  await drawn.setContent(`
    <style>
      body { margin: 0; background: url(${data('crm')}) top left / 1280px no-repeat; height: 800px }
      div { display: flex; gap: 24px; position: absolute; top: 16px; right: 24px }
      img { width: 400px; height: 600px; border-radius: 10px; box-shadow: 0 12px 40px #0006 }
    </style>
    <div>${popups.map((popup) => `<img src="${data(popup)}">`).join('')}</div>`);
  await picture(drawn, name);
  await drawn.close();
}

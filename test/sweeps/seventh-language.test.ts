import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../harness/browser.ts';

const root = new URL('../../', import.meta.url).pathname;

let scratch: string;
let browser: Browser;

/** The extension with a seventh language: one file in `public/_locales`, one line in the settings. */
beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'kickoff-'));
  const publicDir = join(scratch, 'public');
  cpSync(join(root, 'public'), publicDir, { recursive: true });
  mkdirSync(join(publicDir, '_locales/ar'));
  writeFileSync(join(publicDir, '_locales/ar/messages.json'), arabic());
  const outDir = join(scratch, 'built');
  await build({
    mode: 'sandbox',
    logLevel: 'warn',
    publicDir,
    build: { outDir, emptyOutDir: true },
    plugins: [
      {
        name: 'one-line',
        enforce: 'pre',
        transform: (code, id) =>
          id.endsWith('core/settings/settings.ts')
            ? code.replace("'ja'] as const", "'ja', 'ar'] as const")
            : null,
      },
    ],
  });
  browser = await openBrowser({ extension: outDir });
  browser.context.setDefaultTimeout(15_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(scratch, { recursive: true, force: true });
});

test('it is offered by its own name, spoken once it is chosen, and written from right to left', async () => {
  const options = await browser.options();
  await options.getByLabel('Language', { exact: true }).selectOption({ label: 'العربية' });
  await options.getByText('«Connections»').first().waitFor();
  const page = () =>
    options.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);
  await expect.poll(page).toEqual(['ar', 'rtl']);
  await options.reload();
  await options.getByText('«Connections»').first().waitFor();
  await expect(page()).resolves.toEqual(['ar', 'rtl']);

  await options.getByLabel('«Language»', { exact: true }).selectOption('en');
  await options.getByText('Connections', { exact: true }).first().waitFor();
  await expect.poll(page).toEqual(['en', 'ltr']);
  expect(browser.complaints).toEqual([]);
});

test('a number takes the plural form of it', async () => {
  const options = await browser.options();
  await options.getByLabel('Language', { exact: true }).selectOption('ar');
  await options.getByText('«Connections»').first().waitFor();
  await options.getByRole('searchbox').fill('«');
  await options.getByText(/^few: \d+$|^other: \d+$/).waitFor();
  await options.close();
});

/** The English catalogue with marks around its messages, and with a plural of Arabic. */
function arabic(): string {
  const english: Record<string, { message: string }> = JSON.parse(
    readFileSync(join(root, 'public/_locales/en/messages.json'), 'utf8'),
  );
  const marked = Object.entries(english).map(([key, { message }]) => [
    key,
    { message: `«${message}»` },
  ]);
  return JSON.stringify({
    ...Object.fromEntries(marked),
    text_direction: { message: 'rtl' },
    options_found: {
      message: '{count, plural, one {one: {count}} few {few: {count}} other {other: {count}}}',
    },
  });
}

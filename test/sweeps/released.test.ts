import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../harness/browser.ts';
import { releasedBuild } from '../harness/build.ts';
import { expectQuiet } from '../harness/stage.ts';
import { expectReviewed } from '../reviewed-manifest.ts';

const files = readdirSync(releasedBuild, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(releasedBuild, file), 'utf8');
const scripts = files.filter((file) => file.endsWith('.js'));

describe('the extension as it is released', () => {
  test('asks for what was reviewed and nothing else', () => {
    expectReviewed(JSON.parse(read('manifest.json')));
  });

  test('makes no code from text, and loads none from elsewhere', () => {
    expect(scripts.length).toBeGreaterThan(5);
    const suspects = /\beval\s*\(|\bFunction\s*\(|import\s*\(\s*["'`]https?:/;
    // How zod would find out whether it may make code; src/core/base/zod.ts tells it not to ask.
    const probe = 'return Function(``),!0';
    const code = scripts.map((file) => read(file).replace(probe, ''));
    expect(code.filter((text) => suspects.test(text))).toEqual([]);
    const pages = files.filter((file) => file.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.filter((file) => /<script(?![^>]*\bsrc="\/)|https?:/.test(read(file)))).toEqual(
      [],
    );
  });

  // The bundler makes such files where a module awaits at its top, and each costs the popup a turn.
  test('has no script that only leads to another', () => {
    const leads = /^(?:(?:import|export)[^;]*;?)+\s*$/;
    expect(scripts.filter((file) => leads.test(read(file)))).toEqual([]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ extension: releasedBuild });
  });
  afterAll(() => browser?.close());

  test('every page of it opens without a complaint', async () => {
    const { page, tabId } = await browser.visit('about:blank');
    const popup = await browser.popup(tabId);
    await popup.getByRole('heading').first().waitFor();
    const options = await browser.options();
    await options.getByRole('heading', { level: 1 }).waitFor();
    await page.close();
    expectQuiet(browser);
  });

  test('people are asked at install what the guide says', async () => {
    const warnings = await (await browser.worker()).evaluate(
      (manifest) => chrome.management.getPermissionWarningsByManifest(manifest),
      read('manifest.json'),
    );
    const guide = readFileSync(
      new URL('../../docs/guide-administrators.md', import.meta.url),
      'utf8',
    );
    const [, asked = ''] = /the browser asks whether it may\n\n((?:- .*\n)+)/.exec(guide) ?? [];
    expect(asked.trim().split('\n')).toEqual(warnings.map((words) => `- ${words}`));
  });

  test('its policy keeps out scripts inside pages', async () => {
    const options = await browser.options();
    const title = await options.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "run"';
      document.head.append(script);
      return document.title;
    });
    expect(title).not.toBe('run');
    expect(browser.complaints.join()).toContain("directive 'script-src 'self''");
    expectQuiet(browser, [/^page: Executing inline script violates/]);
  });

  test('a page of the web can load none of its files', async () => {
    const { page } = await browser.visit('data:text/html,<title>Page</title>');
    const tries = await page.evaluate(
      (addresses) =>
        Promise.all(
          addresses.map(
            (address) =>
              new Promise<boolean>((resolve) => {
                const image = new Image();
                image.onload = () => resolve(true);
                image.onerror = () => resolve(false);
                image.src = address;
              }),
          ),
        ),
      files
        .filter((file) => file.endsWith('.png'))
        .map((file) => `chrome-extension://${browser.extensionId}/${file}`),
    );
    expect(tries.length).toBeGreaterThan(3);
    expect(tries).not.toContain(true);
    expectQuiet(browser);
  });
});

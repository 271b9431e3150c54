import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browser.mjs';
import { checkerBuild } from '../harness/build.ts';
import { pastedForms } from '../harness/pasted-forms.ts';

/** The checker as a web page, in a browser that has no extension. */
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

let server: Server;
let browser: Browser;
let page: Page;
const asked: string[] = [];
const complaints: string[] = [];

beforeAll(async () => {
  server = createServer(({ url = '/' }, response) => {
    // Under a path of its own, since the folder can lie anywhere.
    const path = url.replace(/^\/any\/where\//, '') || 'index.html';
    try {
      const content = readFileSync(join(checkerBuild, path));
      response.setHeader('content-type', types[extname(path)] ?? 'text/plain').end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const executablePath = await findBrowser();
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  page = await browser.newPage({ locale: 'en-US' });
  page.on('request', (request) => asked.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/any/where/`);
});

afterAll(async () => {
  await browser?.close();
  server?.close();
});

test('says what it is for', async () => {
  await page.getByRole('heading', { name: 'Check a launch of a flow' }).waitFor();
  await expectNoViolation();
});

test.each(['python', 'csharp', 'powershell', 'exports', 'answers'])(
  'reads %s, and puts it right',
  async (group) => {
    const form = pastedForms.find((it) => it.group === group);
    await page.getByLabel('Request', { exact: true }).fill(form?.pasted ?? '');
    await page.getByText(group === 'answers' ? /A response/ : /A launch of a flow/).waitFor();
    await expectNoViolation();
  },
);

test('copies the request as it should be, and sends nothing anywhere', async () => {
  const json = '{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833","inputs":{"Flow.a":"b"}}';
  await page.getByLabel('Request', { exact: true }).fill(json);
  const choice = page.getByLabel('Copy as', { exact: true });
  await choice.selectOption({ label: 'Go (SDK)' });
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('"Flow.a": "b"');
  const origin = new URL(page.url()).origin;
  expect(asked.filter((url) => !url.startsWith(origin))).toEqual([]);
  expect(complaints).toEqual([]);
});

test('says when a text cannot be read, and leaves no report on another text beside it', async () => {
  const other = await browser.newPage({ locale: 'en-US' });
  await other.goto(page.url());
  const field = other.getByLabel('Request', { exact: true });
  await field.fill('{"flowId":"3f2b8a10-6c1d-4e57-9b42-0d7e5a91c833"}');
  const report = other.getByText(/A launch of a flow/);
  await report.waitFor();
  // What reads Python is not loaded yet.
  await other.route('**/*.js', (route) => route.abort());
  await field.fill(pastedForms.find(({ group }) => group === 'python')?.pasted ?? '');
  await other.getByRole('alert').getByText('This text could not be read').waitFor();
  expect(await report.count()).toBe(0);
  await other.close();
});

test('has words for everything that it shows', async () => {
  const empty = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h3, p, dt, label, button, option')]
      .filter((it) => it.textContent?.trim() === '')
      // Names an element where nothing else does: https://www.w3.org/TR/accname-1.2/#comp_tooltip
      .filter((it) => !it.hasAttribute('aria-label') && !it.getAttribute('title'))
      .map((it) => it.outerHTML),
  );
  expect(empty).toEqual([]);
});

async function expectNoViolation(): Promise<void> {
  // The page's policy lets no script in but its own; a test may add one by the debugger.
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (): Promise<AxeResults> =>
      (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  );
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`)).toEqual([]);
}

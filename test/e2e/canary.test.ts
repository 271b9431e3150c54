import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  chooseFlow,
  copiedBy,
  expectQuiet,
  openLauncher,
  openStage,
  pressLaunch,
  resultIn,
  type Stage,
  signInBy,
} from '../harness/stage.ts';

/** What a customer's record could hold, and nobody else's: easily found wherever it lies. */
const canaries = {
  phone: '+14155550147',
  email: 'canary.lee@example.com',
  note: 'canary-note-7731',
};

const launchPath = '/api/v2/flows/executions';

let stage: Stage;
let popup: Page;
let token: string;
const logs: string[] = [];

beforeAll(async () => {
  stage = await openStage();
  const { context } = stage.browser;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.on('console', (message) => logs.push(message.text()));
  const worker = await stage.browser.worker();
  worker.on('console', (message) => logs.push(message.text()));

  ({ popup } = await openLauncher(stage));
  await signInBy(stage, popup);
  token = /"accessToken":"([^"]+)"/.exec(JSON.stringify(await kept('session')))?.[1] ?? '';
  await chooseFlow(popup, 'Request callback');
  await popup.getByLabel(/customer ?number/i).fill(canaries.phone);
  await popup.getByLabel('Contact type').fill(`${canaries.email} ${canaries.note}`);
  // A server that names everything back, the token too.
  stage.sandbox.arm({
    match: { method: 'POST', path: launchPath },
    status: 400,
    json: {
      code: 'invalid.value',
      message: `Value [${canaries.note}] is not valid, token ${token}`,
      details: [{ fieldName: 'Flow.contactType', entityName: canaries.email }],
    },
  });
  await pressLaunch(popup);
  const refused = await resultIn(popup, 'Refused');
  await refused.getByText(/^Certain/).waitFor();
  await refused.getByRole('button', { name: 'Details' }).click();
});
afterAll(() => stage?.close());

async function kept(area: 'local' | 'session'): Promise<Record<string, unknown>> {
  const worker = await stage.browser.worker();
  return worker.evaluate((name) => chrome.storage[name].get(), area);
}

async function copied(name: string): Promise<string> {
  // What an alert hands out, too, the details have with all their choices.
  return copiedBy(popup, () => popup.getByRole('button', { name }).last().click());
}

async function har(): Promise<string> {
  const [download] = await Promise.all([
    popup.waitForEvent('download'),
    popup.getByRole('button', { name: 'Export HAR' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.har$/);
  return readFile(await download.path(), 'utf8');
}

/** Keys under which something lies that holds the text. */
function keysWith(values: Record<string, unknown>, text: string): string[] {
  return Object.keys(values).filter((key) => JSON.stringify(values[key]).includes(text));
}

describe('the token', () => {
  test('lies in session storage, in the session, and nowhere else', async () => {
    expect(token.length).toBeGreaterThan(20);
    expect(keysWith(await kept('local'), token)).toEqual([]);
    expect(keysWith(await kept('session'), token)).toEqual([expect.stringMatching(/^session /)]);
  });

  test('cannot be read by a script of ours in a page, nor can anything else that is kept', async () => {
    const page = await stage.browser.context.newPage();
    await page.goto(stage.sandbox.crmUrl);
    const worker = await stage.browser.worker();
    const read = await worker.evaluate(async (address) => {
      const [tab] = await chrome.tabs.query({ url: `${address}*` });
      const [answer] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: () =>
          Promise.all(
            (['local', 'session', 'managed'] as const).map((area) =>
              chrome.storage[area].get().then(
                (values) => Object.keys(values).length,
                () => 'refused',
              ),
            ),
          ),
      });
      return answer?.result;
    }, stage.sandbox.crmUrl);
    expect(read).toEqual(['refused', 'refused', 'refused']);
    await page.close();
  });

  test('is not on screen, in a log, or in anything that is handed out', async () => {
    const web = await popup.evaluate(() => JSON.stringify([{ ...localStorage }, document.cookie]));
    const out = [
      await popup.content(),
      web,
      logs.join('\n'),
      await copied('Copy as cURL'),
      await copied('Copy support bundle'),
      await har(),
    ];
    for (const text of out) expect(text).not.toContain(token);
    expect(out[3]).toContain('$GENESYS_TOKEN');
  });
});

describe('what belongs to the customer', () => {
  test.each(Object.entries(canaries))(
    '%s lies in the launch and the draft only',
    async (_, text) => {
      const keys = [
        ...keysWith(await kept('local'), text),
        ...keysWith(await kept('session'), text),
      ];
      expect(keys.filter((key) => !/^(?:launch|draft|lately)\b/.test(key))).toEqual([]);
      expect(keys.some((key) => key.startsWith('launch '))).toBe(true);
      expect(logs.join('\n')).not.toContain(text);
    },
  );

  test('is not in the support bundle, unless it is ticked in', async () => {
    const masked = await copied('Copy support bundle');
    for (const text of Object.values(canaries)) expect(masked).not.toContain(text);
    expect(JSON.parse(masked)).toMatchObject({
      program: { version: expect.stringMatching(/^\d/) },
      launch: { state: 'refused', flowId: stage.sandbox.flow('requestCallback').id },
    });
    expect(JSON.parse(masked).findings[0].code).toBe('invalid-value');

    await popup.getByRole('checkbox', { name: /customer data/ }).check();
    const whole = await copied('Copy support bundle');
    for (const text of Object.values(canaries)) expect(whole).toContain(text);
    expect(whole).not.toContain(token);
  });

  test('is in the HAR, which is the exchange as it was', async () => {
    const { log } = JSON.parse(await har());
    expect(log.version).toBe('1.2');
    expect(log.entries).toHaveLength(1);
    const [{ request, response, time }] = log.entries;
    expect(request.postData.text).toContain(canaries.phone);
    expect(response.status).toBe(400);
    expect(time).toBeGreaterThan(0);
  });

  test('goes from memory when the person signs out, and the browser has logged no complaint', async () => {
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await expect.poll(async () => keysWith(await kept('session'), canaries.phone)).toEqual([]);
    expect(keysWith(await kept('session'), token)).toEqual([]);
    expectQuiet(stage.browser, [/the server responded with a status of 400/]);
  });
});

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { focusIsOn } from '../harness/focus.ts';
import { hang } from '../harness/hang.ts';
import {
  answer,
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
} from '../harness/stage.ts';
import { wakesTheWorker } from '../harness/workers.ts';

let stage: Stage;
let popup: Page;
let page: Page;
let tabId: number;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  ({ popup, page, tabId } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const launchPath = '/api/v2/flows/executions';
const alert = () => popup.getByRole('alert').first();

function posts(): number {
  return stage.sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && path === launchPath).length;
}

/** A number that no launch before had, for the same launch twice in a minute is asked about. */
let next = 1_000;
async function launchLookUp(): Promise<string> {
  next += 1;
  const phone = `+1555010${next}`;
  await chooseFlow(popup, 'Look up customer');
  await popup.getByRole('textbox', { name: 'Phone number' }).fill(phone);
  await pressLaunch(popup);
  return phone;
}

/** The alert's lines: cause first, then what to do. */
async function alertLines(): Promise<string[]> {
  await alert().waitFor();
  return alert().locator('p').allTextContents();
}

async function details(): Promise<string | null> {
  const result = popup.getByRole('region', { name: 'Result' });
  await result.getByRole('button', { name: 'Details', exact: true }).click();
  return result.textContent();
}

test.each([
  ['the pointer', () => popup.getByRole('button', { name: 'Launch', exact: true }).hover()],
  ['a key', () => popup.keyboard.press('Control')],
])('the worker that rests is woken before the click, by %s', async (_, comeNear) => {
  await chooseFlow(popup, 'Look up customer');
  await wakesTheWorker(page, comeNear);
});

test('a result names the customer, and the page that it was launched from', async () => {
  await chooseFlow(popup, 'Request callback');
  await pressLaunch(popup);
  const result = popup.getByRole('region', { name: 'Result' });
  await result.getByText('For +15550199888', { exact: true }).waitFor();
  expect(await result.locator('dt:text-is("Page") + dd').textContent()).toBe(await page.title());
  // A launch that is still followed would take the answers that later tests arm.
  await resultIn(popup, 'Completed');
});

describe('an execution is followed to its end', () => {
  test('an execution that the person may not view is explained, and the launch stays launched', async () => {
    const json = { status: 403, code: 'missing.any.permissions', message: 'No view' };
    const match = { method: 'GET', path: /\/flows\/executions\// };
    stage.sandbox.arm({ match, status: 403, json });
    await launchLookUp();
    await popup
      .getByText('You have permission to launch flows, but not to see how they end.')
      .first()
      .waitFor();
    await resultIn(popup, 'Launched');
  });

  test('completed: output, execution id, times, and the link to Architect', async () => {
    await launchLookUp();
    const result = await resultIn(popup, 'Completed');
    const execution = stage.sandbox.executions().at(-1);
    await result.getByText('12 Harbour Row').first().waitFor();
    expect(await result.textContent()).toContain(execution?.id);
    await result.getByRole('button', { name: 'Copy execution ID' }).waitFor();
    const link = result.getByRole('link', { name: 'Open in Architect' });
    expect(await link.getAttribute('href')).toContain(`/workflow/flows/${execution?.flow.id}`);
    expect(await result.locator('script, b').count()).toBe(0);
  });

  test('failed: the words of the execution', async () => {
    await chooseFlow(popup, 'Always fails');
    await pressLaunch(popup);
    await resultIn(popup, 'Failed');
    const words = 'The data action "Get account" answered with an error.';
    await expect.poll(async () => (await alertLines()).join(' ')).toContain(words);
    expect(await details()).toContain(stage.sandbox.executions().at(-1)?.id);
  });
});

describe('a launch that the server wants to wait for', () => {
  test('says for how long, and can be cancelled', async () => {
    stage.sandbox.arm({
      match: { method: 'POST', path: launchPath },
      status: 429,
      headers: { 'retry-after': '20' },
    });
    const before = posts();
    await launchLookUp();
    await popup.getByText(/The launch is sent in \d+ s/).waitFor();
    await popup.getByRole('button', { name: 'Cancel launch' }).click();
    const result = await resultIn(popup, 'Refused');
    await result.getByText('You cancelled this launch').waitFor();
    await focusIsOn(popup, 'New launch');
    expect(posts() - before).toBe(1);
  });
});

describe('a launch whose outcome is unknown', () => {
  test('is looked up, and a question comes before it is launched again', async () => {
    stage.sandbox.setHistory(false);
    stage.sandbox.arm({ match: { method: 'POST', path: launchPath }, status: 503 });
    const before = posts();
    await launchLookUp();
    const result = await resultIn(popup, 'Unknown');
    await result.getByText('Searching the execution history').waitFor();
    await popup.getByRole('button', { name: 'Launch again', exact: true }).click();
    await popup.getByText(/may or may not have launched\. If it did/).waitFor();
    await answer(popup, 'Do not launch');
    expect(posts() - before).toBe(1);
    stage.sandbox.setHistory(true);
  });
});

describe('a refusal', () => {
  test('is an alert with cause and remedy; the details hold everything but the token', async () => {
    const json = { status: 400, code: 'flow.config.not.published', message: 'Not published' };
    stage.sandbox.arm({ match: { method: 'POST', path: launchPath }, status: 400, json });
    const phone = await launchLookUp();
    await resultIn(popup, 'Refused');
    // What the refusal is by itself is there at once, its cause once it was looked into.
    await expect.poll(async () => (await alertLines())[0]).toMatch(/publish/i);
    expect((await alertLines())[1]?.length).toBeGreaterThan(10);
    const shown = await details();
    for (const fact of ['400', json.code, json.message, phone, launchPath, 'application/json']) {
      expect(shown).toContain(fact);
    }
    expect(shown).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/);
    expect(await popup.content()).not.toContain(await token());
  });

  test('keeps the form as it was', async () => {
    stage.sandbox.arm({ match: { method: 'POST', path: launchPath }, status: 400, body: '' });
    const phone = await launchLookUp();
    await resultIn(popup, 'Refused');
    await popup.getByRole('button', { name: 'Launch again' }).first().click();
    const field = popup.getByRole('textbox', { name: 'Phone number' });
    await expect.poll(() => field.inputValue()).toBe(phone);
  });
});

describe('one launch is one POST', () => {
  test('also if the person clicks twice', async () => {
    const before = posts();
    await chooseFlow(popup, 'Instant answer');
    await popup.getByRole('button', { name: 'Launch', exact: true }).dblclick();
    await resultIn(popup, 'Completed');
    expect(posts()).toBe(before + 1);
  });

  test('the second half of a double click is not for the button that came under the pointer', async () => {
    await launchLookUp();
    await resultIn(popup, 'Completed');
    const again = popup.getByRole('button', { name: 'New launch' });
    await again.hover();
    await popup.mouse.down({ clickCount: 2 });
    await popup.mouse.up({ clickCount: 2 });
    await popup.waitForTimeout(300);
    await resultIn(popup, 'Completed');
    await again.press('Enter');
    await popup.getByRole('textbox', { name: 'Phone number' }).waitFor();
  });
});

test('a popup that closes before the page was looked at launches nothing, and a notification says so', async () => {
  const before = posts();
  await chooseFlow(popup, 'Instant answer');
  const respondAgain = await hang(page);
  await pressLaunch(popup);
  await popup.close();
  const worker = await stage.browser.worker();
  // Others may be there: of a launch whose popup was closed before the worker saw it end.
  const notified = () => worker.evaluate(() => chrome.notifications.getAll());
  await expect.poll(notified).toHaveProperty(`tab ${tabId}`);
  await worker.evaluate((id) => chrome.notifications.clear(id), `tab ${tabId}`);
  respondAgain();
  expect(posts()).toBe(before);
});

async function token(): Promise<string> {
  const worker = await stage.browser.worker();
  const kept = await worker.evaluate(async () =>
    JSON.stringify(await chrome.storage.session.get()),
  );
  const found = /"accessToken":"([^"]+)"/.exec(kept)?.[1];
  if (found === undefined) throw new Error('Nobody is signed in');
  return found;
}

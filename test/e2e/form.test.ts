import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  chooseFlow,
  leaveQuietly,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
} from '../harness/stage.ts';
import { officialLaunchRequest } from '../sandbox/official-client.ts';

let stage: Stage;
let popup: Page;
let tabId: number;

beforeAll(async () => {
  stage = await signedInStage({ requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  ({ popup, tabId } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const launches = () =>
  stage.sandbox.requests().filter(({ method }) => method === 'POST' && isLaunch);
const isLaunch = ({ path }: { path: string }) => path.startsWith('/api/v2/flows/executions');
const field = (name: string) => popup.getByRole('textbox', { name, exact: true });

function sent(): Record<string, unknown> {
  return JSON.parse(launches().at(-1)?.bodyText ?? '{}');
}

describe('a form that is not right is not sent, and says why in words', () => {
  test('whatever is wrong in it, until it is put right', async () => {
    const before = launches().length;
    await chooseFlow(popup, 'Every type of input');
    await field('Text').fill('some text');
    for (const [label, value, words] of [
      ['Whole number', 'many', 'Enter a whole number, such as 42.'],
      ['Whole number', '1.5', 'Enter a whole number, such as 42.'],
      ['Whole number', '1001', 'Enter 1000 or less.'],
      ['Whole number', '-11', 'Enter -10 or more.'],
      ['Decimal number', '1e999', 'Enter a number, such as 3.5'],
      ['JSON', '{"a": ', 'This is not valid JSON.'],
    ] as const) {
      const wrong = popup.getByLabel(label, { exact: true });
      await wrong.fill(value);
      await pressLaunch(popup);
      await popup.getByText(words).first().waitFor();
      expect(await wrong.getAttribute('aria-invalid'), value).toBe('true');
      await wrong.fill('');
      await popup.getByText(words).first().waitFor({ state: 'hidden' });
    }
    expect(launches()).toHaveLength(before);
  });

  test('a required input that is empty', async () => {
    const before = launches().length;
    await chooseFlow(popup, 'Every type of input');
    await field('Text').fill('');
    await pressLaunch(popup);
    await popup.getByText('This input is required.').first().waitFor();
    await expect
      .poll(() => field('Text').evaluate((box) => box === document.activeElement))
      .toBe(true);
    expect(launches()).toHaveLength(before);
  });
});

describe('what is sent', () => {
  test('is exactly what Genesys’ own client sends for the same launch', async () => {
    await chooseFlow(popup, 'Every type of input');
    await field('Text').fill('Ünïcode “quotes” \\ 📞');
    await popup.getByLabel('Whole number', { exact: true }).fill('42');
    await popup.getByLabel('Decimal number', { exact: true }).fill('0.5');
    await popup.getByLabel('JSON', { exact: true }).fill('{"a": [1, null]}');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    const ours = launches().at(-1);
    const { flowId, inputData, name } = sent();
    const theirs = await officialLaunchRequest(stage.sandbox, {
      flowId: String(flowId),
      inputData,
      name,
    });
    expect(ours?.method).toBe(theirs.method);
    expect(ours?.path).toBe(theirs.path);
    expect(ours?.headers['content-type']).toBe(theirs.contentType);
    expect(ours?.bodyText).toBe(theirs.bodyText);
    expect(inputData).toEqual({
      'Flow.text': 'Ünïcode “quotes” \\ 📞',
      'Flow.whole': 42,
      'Flow.decimal': 0.5,
      'Flow.object': { a: [1, null] },
    });
  });

  test('has no inputData at all for a flow without inputs', async () => {
    await chooseFlow(popup, 'Rebuild wallboard');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(Object.keys(sent()).sort()).toEqual(['flowId', 'name']);
  });

  test('leaves out what is empty, and holds no null', async () => {
    await chooseFlow(popup, 'Refund approval');
    await field('Order number').fill('A-1');
    await popup.getByLabel('Amount', { exact: true }).fill('12.5');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(sent()).toMatchObject({ inputData: { 'Flow.orderId': 'A-1', 'Flow.amount': 12.5 } });
    expect(Object.keys(Object(sent().inputData))).toHaveLength(2);
  });

  test('goes out on Ctrl+Enter, wherever the focus is', async () => {
    await chooseFlow(popup, 'Look up customer');
    await field('Phone number').fill('+15550100001');
    await popup.keyboard.press('Control+Enter');
    await resultIn(popup, 'Completed');
    expect(sent()).toMatchObject({ inputData: { 'Flow.phone': '+15550100001' } });
  });
});

describe('what was filled in', () => {
  test('from the page can be changed for another candidate', async () => {
    await chooseFlow(popup, 'Request callback');
    const number = popup.getByRole('textbox', { name: /customer ?number/i });
    await expect.poll(() => number.inputValue()).toMatch(/^\+1/);
    const first = await number.inputValue();
    await popup
      .getByRole('button', { name: /Other values/ })
      .first()
      .click();
    const others = popup.getByRole('menuitemradio', { checked: false });
    await others.first().click();
    await expect.poll(() => number.inputValue()).not.toBe(first);
    expect(await number.inputValue()).toMatch(/^\+1/);
  });

  test('is there again when the popup is opened again on the same tab', async () => {
    await chooseFlow(popup, 'Create support ticket');
    await field('Subject').fill('Half a sub');
    await field('Details').fill('and some details');
    await popup.close();
    popup = await stage.browser.popup(tabId);
    await expect.poll(() => field('Subject').inputValue()).toBe('Half a sub');
    await expect.poll(() => field('Details').inputValue()).toBe('and some details');
  });

  test('of one flow is kept while another one is looked at', async () => {
    await chooseFlow(popup, 'Create support ticket');
    await field('Subject').fill('Keep me');
    await chooseFlow(popup, 'Look up customer');
    await chooseFlow(popup, 'Create support ticket');
    await expect.poll(() => field('Subject').inputValue()).toBe('Keep me');
  });
});

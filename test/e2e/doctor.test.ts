import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  copiedBy,
  expectQuiet,
  openStage,
  picker,
  type Stage,
  signInByHand,
} from '../harness/stage.ts';

let stage: Stage;
let options: Page;

beforeAll(async () => {
  stage = await openStage();
  await stage.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  options = await stage.browser.options();
});
beforeEach(() => pasted().fill(''));
afterAll(() => stage?.close());

const pasted = () => options.getByRole('textbox', { name: 'Request', exact: true });
const section = () => options.getByRole('region', { name: 'Check a request' });

async function copied(name: string): Promise<string> {
  return copiedBy(options, () => section().getByRole('button', { name, exact: true }).click());
}

function curlOf(flowId: string): string {
  return `curl -X POST 'https://api.mypurecloud.com/api/v2/flows/executions' \\
  -H 'Authorization: Bearer canaryToken1234567890' -H 'Content-Type: application/json' \\
  -d '{"flowId":"${flowId}","data":{"Flow.customerNumber":"+14155550147"}}'`;
}

test('a request of forum shape is explained, put right and gone on with; nothing is sent', async () => {
  const { id } = stage.sandbox.flow('requestCallback');
  const before = stage.sandbox.requests().length;
  await pasted().fill(curlOf(id));
  await section().getByText('The inputs are sent as “data”').waitFor();
  expect(await options.content()).not.toContain('canaryToken');
  expect(await pasted().inputValue()).toContain('Bearer <token>');

  const json = JSON.parse(await copied('Copy as JSON'));
  expect(json.body).toEqual({ flowId: id, inputData: { 'Flow.customerNumber': '+14155550147' } });
  const curl = await copied('Copy');
  expect(curl).toContain('$GENESYS_TOKEN');
  expect(curl).toContain('"inputData"');
  expect(stage.sandbox.requests().length).toBe(before);

  await section().getByRole('button', { name: 'Use in the form' }).click();
  const tabId = await options.evaluate(async () => (await chrome.tabs.getCurrent())?.id ?? 0);
  const popup = await stage.browser.popup(tabId);
  await signInByHand(stage, popup);
  await expect.poll(() => picker(popup).inputValue()).toBe('Request callback');
  await expect.poll(() => popup.getByLabel(/customer ?number/i).inputValue()).toBe('+14155550147');
  await popup.close();
});

test.each([
  ['nothing of use', 'hello', 'No request was found in this text.'],
  ['binary', '\u0000\u0001curl', 'This is not text.'],
  ['JSON that breaks off', '{"flowId": "x', 'not valid JSON'],
  ['10,000 levels', '['.repeat(10_000), 'nested more deeply'],
  ['5 MB', 'x'.repeat(5_000_000), 'at most 1000000 can be read'],
])('%s is answered in words', async (_, text, words) => {
  // As pasting does; typing 5 MB key by key would take for ever.
  await pasted().evaluate((field: HTMLTextAreaElement, value) => {
    field.focus();
    field.select();
    const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value') ?? {};
    set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);
  await section().getByText(words).first().waitFor();
  expectQuiet(stage.browser);
});

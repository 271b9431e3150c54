import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import {
  chooseFlow,
  expectQuiet,
  flowsAreRead,
  openLauncher,
  openStage,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signInBy,
  signInByHand,
} from '../harness/stage.ts';
import type { UserKey } from '../sandbox/users.ts';

const launchPath = '/api/v2/flows/executions';

/** The browser reports each answer of the kinds that are provoked here. */
const refusals = [/the server responded with a status of 4\d\d/];

let stage: Stage;
let popup: Page;
let page: Page;

beforeAll(async () => {
  stage = await openStage();
});
beforeEach(async () => {
  stage.sandbox.setTerse(false);
  await stage.browser.configure(settingsFor(stage.sandbox));
  ({ popup, page } = await openLauncher(stage));
});
afterEach(async () => {
  // Or the worker, which may still look for a launch, signs in once more without a window.
  stage.sandbox.endLoginSessions();
  await popup.close();
  await page.close();
  const worker = await stage.browser.worker();
  await worker.evaluate(() => chrome.storage.session.clear());
  await worker.evaluate(() => chrome.storage.local.clear());
  expectQuiet(stage.browser, refusals);
});
afterAll(() => stage?.close());

const button = (name: string) => popup.getByRole('button', { name, exact: true });
const alert = () => popup.getByRole('alert');

const number = () => popup.getByLabel(/customer ?number/i);

/** Signs in and chooses a flow by its name, and waits for what the page says to be in its form. */
async function begin(
  flow: string,
  user: UserKey = 'author',
  connection = {},
  signIn = signInBy,
): Promise<void> {
  await stage.browser.configure(settingsFor(stage.sandbox, connection));
  await signIn(stage, popup, user);
  await chooseFlow(popup, flow);
  if (flow === 'Request callback') {
    await expect.poll(() => number().inputValue()).toBe('+15550199888');
  }
}

async function firstLines(within: Locator): Promise<string[]> {
  const lines = await within.locator('p').allTextContents();
  return lines.slice(0, 2);
}

function apiRequestsSince(start: number) {
  return stage.sandbox
    .requests()
    .slice(start)
    .filter(({ method, path }) => path.startsWith('/api/') && method !== 'OPTIONS');
}

describe('a launch that is refused explains itself', () => {
  test('a request of forum shape, answered by an empty 400, is put right in two clicks', async () => {
    stage.sandbox.setTerse('empty');
    const before = stage.sandbox.executions().length;
    await begin('Request callback', 'author', {
      requestFormat: { inputsKey: 'data', flowIdIn: 'body' },
    });
    await pressLaunch(popup);
    const refused = await resultIn(popup, 'Refused');
    await refused.getByText('The inputs are sent as “data”').waitFor();
    await expect
      .poll(async () => (await firstLines(alert()))[0])
      .toBe('The inputs are sent as “data”, not as a flat object in “inputData”.');

    await button('Switch the request format to “inputData”').click();
    await button('Launch').click();

    await resultIn(popup, 'Completed');
    const launched = stage.sandbox.executions().slice(before);
    expect(launched).toHaveLength(1);
    expect(launched[0]?.inputData).toMatchObject({ 'Flow.customerNumber': '+15550199888' });
  });

  test('a missing permission is named before the launch and after it', async () => {
    await begin('Request callback', 'viewer');
    await popup.getByText('This launch would be refused').waitFor();
    await popup.getByText('You do not have the permission architect:flow:launch.').waitFor();
    const start = stage.sandbox.requests().length;
    await button('Launch').click();
    await popup.waitForTimeout(200);
    expect(apiRequestsSince(start).filter(({ method }) => method === 'POST')).toEqual([]);

    await button('Launch anyway').click();
    const refused = await resultIn(popup, 'Refused');
    await refused.getByText('Certain · Genesys Cloud responded with 403').waitFor();
    await expect
      .poll(async () => (await firstLines(alert()))[0])
      .toBe('You do not have the permission architect:flow:launch.');
  });

  test.each([
    ['with its code', false as const],
    ['with an empty 400', 'empty' as const],
  ])('a flow that was deleted is named, answered %s', async (_, terse) => {
    await signInBy(stage, popup);
    stage.sandbox.setTerse(terse);
    await picker(popup).fill(stage.sandbox.flow('deleted').id);
    await popup.getByRole('option', { name: 'Use this flow ID or address' }).click();
    await popup.getByText('The flow was deleted. Choose another one.').waitFor();
    await button('Launch anyway').click();
    const refused = await resultIn(popup, 'Refused');
    await refused.getByText('The flow has been deleted.').waitFor();
    await button('Choose another flow').click();
    await expect.poll(() => picker(popup).inputValue()).toBe('');
  });

  test('a scope that is missing is asked for, and the launch then goes through', async () => {
    const scopes = ['architect:readonly', 'user-basic-info'];
    await begin('Rebuild wallboard', 'author', { scopes }, signInByHand);
    await popup.getByText('The session does not have the scope “architect”.').waitFor();
    await button('Launch anyway').click();
    const refused = await resultIn(popup, 'Refused');
    await refused.getByText('The session does not have the scope “architect”.').waitFor();
    await button('Sign in again').click();
    await button('New launch').click();
    await popup.getByText(/^Ready/).waitFor();
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
  });

  test('a sign-in page of the network in place of an answer', async () => {
    await begin('Rebuild wallboard');
    stage.sandbox.arm({ match: { method: 'POST', path: launchPath }, html: true });
    await pressLaunch(popup);
    const unknown = await resultIn(popup, 'Unknown');
    await unknown.getByText(/Something other than Genesys Cloud responded/).waitFor();
    await expect
      .poll(async () => (await firstLines(alert()))[0])
      .toContain('The flow may or may not have launched');
  });

  test('a run that failed is traced to its input, which one click leads to', async () => {
    await begin('Request callback');
    await number().fill('');
    await popup.getByLabel('Priority').fill('high');
    await button('Launch').click();
    await button('Launch anyway').click();
    const result = await resultIn(popup, 'Failed');
    await result.getByText('The flow received no value for Flow.customerNumber.').waitFor();
    await button('Edit customerNumber').click();
    await expect.poll(() => number().evaluate((it) => it === document.activeElement)).toBe(true);
    // The form is as the launch was: what was no number was not sent.
    expect(await popup.getByLabel('Priority').inputValue()).toBe('');
    expect(await popup.getByLabel('Contact type').inputValue()).not.toBe('');
  });

  test('what was ruled out is said, too', async () => {
    await begin('Rebuild wallboard');
    stage.sandbox.arm({ match: { method: 'POST', path: launchPath }, status: 400, body: '' });
    await pressLaunch(popup);
    const refused = await resultIn(popup, 'Refused');
    await refused.getByRole('button', { name: 'What was checked' }).click();
    for (const fact of [
      'The flow “Rebuild wallboard” exists, is published and is active.',
      'You have the permission architect:flow:launch.',
      'The session has the scope “architect”.',
    ]) {
      await refused.getByText(fact).waitFor();
    }
    expect((await alert().textContent()) ?? '').not.toContain('Certain');
  });
});

describe('what is shown before a launch is what is sent', () => {
  test('byte for byte, in the first request after the click', async () => {
    await begin('Request callback');
    await button('What will be sent').click();
    const shown = await popup.locator('.sent .fact-code').last().textContent();
    await popup.getByText(/^Ready/).waitFor();
    await flowsAreRead(stage.browser);

    const start = stage.sandbox.requests().length;
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    const sent = apiRequestsSince(start);
    const posted = sent.filter(({ method }) => method === 'POST');
    expect(posted).toHaveLength(1);
    expect(sent[0]).toBe(posted[0]);
    expect(posted[0]?.bodyText).toBe(shown);
  });

  test('a value that is withheld stays in the form and is not sent', async () => {
    await begin('Request callback');
    await button('What will be sent').click();
    await popup.getByRole('checkbox', { name: /^Priority/ }).uncheck();
    expect(await popup.locator('.sent .fact-code').last().textContent()).not.toContain('priority');
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    const { inputData } = stage.sandbox.executions().at(-1) ?? {};
    expect(inputData).toHaveProperty(['Flow.customerNumber']);
    expect(inputData).not.toHaveProperty(['Flow.priority']);
  });
});

import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import { haveSession } from '../harness/have-session.ts';
import { chooseFlow, leaveQuietly, openStage, type Stage } from '../harness/stage.ts';
import { tables } from '../sandbox/data-tables.ts';

// What goes into a flow's inputs: chosen in the options from what is known, or from the rows of a table.

let stage: Stage;

const scopes = ['architect', 'user-basic-info', 'conversations:readonly'];

beforeAll(async () => {
  stage = await openStage();
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

async function configure(more: object = {}): Promise<void> {
  const { id, name } = stage.sandbox.flow('requestCallback');
  const flows = [{ id, name, ...more }];
  await stage.browser.configure(settingsFor(stage.sandbox, { scopes, flows }));
  await haveSession(stage);
}

/** What the settings say an input is chosen from. */
async function storedChoices(): Promise<unknown> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return Object(settings).connections[0].flows[0].choices;
  });
}

/** What the settings put into the flow's inputs. */
async function stored(): Promise<Record<string, string>> {
  const worker = await stage.browser.worker();
  return worker.evaluate(async () => {
    const { settings } = await chrome.storage.local.get('settings');
    return Object(settings).connections[0].flows[0].inputs ?? {};
  });
}

async function openFlow(): Promise<Page> {
  const options = await stage.browser.options();
  const flows = options.getByRole('region', { name: 'Flows', exact: true });
  await flows.getByRole('button', { name: /^Request callback/ }).click();
  return options;
}

test('an input’s value is chosen by a click from the page in front or the live conversation', async () => {
  const { sandbox, browser } = stage;
  sandbox.setConversations('author', [{ sample: 'inboundCall', number: '+493023125555' }]);
  await configure();
  await browser.visit(`${sandbox.crmUrl}contacts/1`);
  const options = await openFlow();
  // The fields start anew when the browser hands the policy over, soon after it was started.
  const open = options.getByRole('button', { name: 'Choose from the page and your conversation' });
  const values = options.getByText(/Values of “Alice Martin/);
  await expect
    .poll(async () => {
      if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
      return values.isVisible();
    })
    .toBe(true);

  const source = (name: string) => options.getByRole('group', { name, exact: true });
  const ofPage = source('Flow.customerNumber: Page');
  await ofPage.getByRole('button', { name: '+1 555 019 9888' }).click();
  await expect.poll(stored).toEqual({ 'Flow.customerNumber': '{{customerNumber}}' });
  const ofConversation = source('Flow.customerNumber: Conversation');
  const theirs = ofConversation.getByRole('button', { name: '+49 30 23125555' });
  await theirs.click();
  const chosen = { 'Flow.customerNumber': '{{conversation.customerNumber}}' };
  await expect.poll(stored).toEqual(chosen);
  expect(await theirs.getAttribute('aria-pressed')).toBe('true');
  await options
    .getByLabel('Value for Flow.contactType (Conversation)')
    .selectOption('conversation.direction');
  await expect
    .poll(stored)
    .toEqual({ ...chosen, 'Flow.contactType': '{{conversation.direction}}' });
  await theirs.click();
  await expect.poll(stored).toEqual({ 'Flow.contactType': '{{conversation.direction}}' });
  await options.close();
});

test('a template completes the names that are typed', async () => {
  await configure({ inputs: { 'Flow.contactType': 'Voice' } });
  const options = await openFlow();
  const template = options.getByLabel('Input 1: value');
  await template.fill('To {{conversation.que');
  const offered = await template.evaluate((input) => {
    const { list } = input as HTMLInputElement;
    return [...(list?.options ?? [])].map(({ value }) => value);
  });
  expect(offered).toEqual(['To {{conversation.queueName}}', 'To {{conversation.queueId}}']);
  await options.close();
});

test('an input is chosen from the rows of a data table, found as one types, read when it is entered', async () => {
  const { sandbox, browser } = stage;
  sandbox.setConversations('author', []);
  const { id: table } = tables.topics;
  await configure({ choices: { 'Flow.contactType': { table, label: 'label' } } });
  const { tabId } = await browser.visit(`${sandbox.crmUrl}contacts/1`);
  const popup = await browser.popup(tabId);
  await chooseFlow(popup, 'Request callback');
  const rows = () =>
    sandbox.requests().filter(({ path }) => path.includes('/datatables/') && /rows/.test(path));
  const input = popup.getByLabel('Contact type');
  await input.waitFor();
  expect(rows()).toHaveLength(0);
  await input.fill('inv');
  const offered = () =>
    input.evaluate((it) => {
      const { list } = it as HTMLInputElement;
      return [...(list?.options ?? [])].map(({ value, label }) => [value, label]);
    });
  await expect.poll(offered).toEqual([['invoice', 'Invoice']]);
  await input.fill('');
  await expect.poll(async () => (await offered()).length).toBe(3);
  const asked = rows().length;
  await popup.getByLabel('Priority').focus();
  await input.focus();
  await expect.poll(async () => (await offered()).length).toBe(3);
  expect(rows()).toHaveLength(asked);
});

/** Opens the fields for the choices of the flow, which start anew when the browser hands over the policy. */
async function openChoices(options: Page): Promise<void> {
  const open = options.getByRole('button', { name: 'Choices from data tables' });
  const add = options.getByRole('button', { name: 'Add item' });
  await expect
    .poll(async () => {
      if ((await open.getAttribute('aria-expanded')) === 'false') await open.click();
      return add.isVisible();
    })
    .toBe(true);
}

test('the choices of an input are set up from the tables of the organization, with keys alone', async () => {
  await configure();
  const options = await openFlow();
  await openChoices(options);
  await options.getByRole('button', { name: 'Add item' }).press('Enter');
  const group = options.getByRole('group', { name: 'Data table 1' });
  // The focus is where the work is.
  await options.keyboard.type('Flow.contactType');
  const table = group.getByLabel('Data table', { exact: true });
  await expect.poll(() => table.locator('option').allTextContents()).toContain('Topics');
  await options.keyboard.press('Tab');
  await options.keyboard.type('Topics');
  await group.getByText('Choices (3):').waitFor();
  await group.getByLabel('Column that agents read').selectOption('label');
  expect(await group.getByRole('listitem').allTextContents()).toEqual([
    'Delivery · delivery',
    'Complaint · complaint',
    'Invoice · invoice',
  ]);
  await group.getByLabel('Column that is sent').selectOption('priority');
  const source = { table: tables.topics.id, label: 'label', value: 'priority' };
  await expect.poll(storedChoices).toEqual({ 'Flow.contactType': source });
  await table.selectOption('Branches');
  await group.getByText('Choices (1,000+):').waitFor();
  await options.getByRole('button', { name: 'Remove Data table 1' }).press('Enter');
  await expect.poll(storedChoices).toBe(undefined);
  const add = options.getByRole('button', { name: 'Add item' });
  expect(await add.evaluate((it) => it === document.activeElement)).toBe(true);
  await options.close();
});

test('a person who may not list tables types the ID of one, and the field says what is wrong with it', async () => {
  const { sandbox, browser } = stage;
  const mayNot = { status: 403, json: { code: 'missing.permissions', message: 'No' }, times: 9 };
  sandbox.arm({ match: { path: '/api/v2/flows/datatables/divisionviews' }, ...mayNot });
  await configure({ choices: { 'Flow.contactType': { table: tables.topics.id, label: 'gone' } } });
  const options = await openFlow();
  await openChoices(options);
  const group = options.getByRole('group', { name: 'Data table 1' });
  await group.getByText(/architect:datatable:search/).waitFor();
  await group.getByText('This table has no column “gone”.').waitFor();
  const id = group.getByRole('textbox', { name: 'Data table' });
  await id.fill('Topics');
  await id.blur();
  await group.getByText('Name the input, and choose a table or enter its ID.').waitFor();
  await id.fill('00000000-0000-4000-8000-000000000000');
  await group.getByText('The data table with the choices no longer exists.').waitFor();
  await id.fill(`https://apps.mypurecloud.de/architect/#/datatables/${tables.topics.id}`);
  await group.getByText('Choices (3):').waitFor();
  sandbox.disarm();
  await options.close();
  // The browser itself reports requests that fail.
  browser.complaints.length = 0;
});

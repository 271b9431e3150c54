import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { settingsFor } from '../harness/browser.ts';
import {
  chooseFlow,
  flowsAreRead,
  leaveQuietly,
  openLauncher,
  picker,
  pressLaunch,
  resultIn,
  type Stage,
  signedInLauncher,
  signedInStage,
  signInBy,
} from '../harness/stage.ts';

let stage: Stage;
let popup: Page;

beforeAll(async () => {
  // Fewer than a page has room for at first: the server refuses the size, and a smaller one is tried.
  stage = await signedInStage({ maxPageSize: 30, requestsPerMinute: 3_000 });
});
beforeEach(async () => {
  ({ popup } = await signedInLauncher(stage));
});
afterEach(() => leaveQuietly(stage));
afterAll(() => stage?.close());

const alert = () => popup.getByRole('alert');
const options = () => popup.getByRole('option');
const useThis = { name: 'Use this flow ID or address' };

function listRequests(): URLSearchParams[] {
  return stage.sandbox
    .requests()
    .filter(({ path }) => path === '/api/v2/flows')
    .map(({ query }) => new URLSearchParams(query));
}

async function growOld(): Promise<void> {
  const worker = await stage.browser.worker();
  await worker.evaluate(async () => {
    for (const [key, value] of Object.entries(await chrome.storage.local.get())) {
      if (key.startsWith('flows '))
        await chrome.storage.local.set({ [key]: { ...Object(value), readAt: 0 } });
    }
  });
}

async function reopen(): Promise<void> {
  await popup.close();
  ({ popup } = await openLauncher(stage));
  await picker(popup).fill('request callb');
}

async function paste(text: string): Promise<void> {
  await picker(popup).fill(text);
  await popup.getByRole('option', useThis).click();
}

describe('the list of flows', () => {
  test('is read page by page to its end, in pages that the server grants', async () => {
    await flowsAreRead(stage.browser);
    const asked = listRequests().map((query) =>
      ['pageSize', 'pageNumber'].map((name) => Number(query.get(name))),
    );
    expect(asked).toEqual([
      [500, 1],
      [250, 1],
      [125, 1],
      [62, 1],
      [31, 1],
      [25, 1],
      [25, 2],
    ]);
    await picker(popup).fill('Waits for ever');
    await options().filter({ hasText: 'Waits for ever' }).waitFor();
  });

  test('is there at once on the next opening, and is not read again so soon', async () => {
    await flowsAreRead(stage.browser);
    const before = listRequests().length;
    await reopen();
    await options().filter({ hasText: 'Request callback' }).first().waitFor();
    expect(listRequests()).toHaveLength(before);
  });

  test('is there before the server has answered, when it has grown old', async () => {
    await flowsAreRead(stage.browser);
    await growOld();
    // Later than anybody waits for an option to be shown.
    stage.sandbox.arm({ match: { path: '/api/v2/flows' }, delayMs: 20_000 });
    const before = listRequests().length;
    await reopen();
    await options().filter({ hasText: 'Request callback' }).first().waitFor();
    await expect.poll(() => listRequests().length).toBe(before + 1);
  });

  test.each([
    ['unpublished', 'Not published', /not published/],
    ['inactive', 'Inactive', /not active/],
  ])('shows an %s flow, and why it cannot be launched', async (key, mark, words) => {
    const { id, name } = stage.sandbox.flow(key);
    await picker(popup).fill(name);
    await options().filter({ hasText: name }).filter({ hasText: mark }).waitFor();
    await paste(id);
    await popup.getByText(words).first().waitFor();
  });

  test('says so where a flow was deleted since it was listed', async () => {
    const { id } = stage.sandbox.flow('serviceStatus');
    const gone = { message: 'deleted', code: 'architect.flow.deleted', status: 410 };
    stage.sandbox.arm({ match: { path: `/api/v2/flows/${id}` }, status: 410, json: gone });
    await picker(popup).fill('Service status');
    await options().first().click();
    await alert().getByText('This flow was deleted.').waitFor();
  });
});

describe('a flow that is pasted', () => {
  test('is chosen by its id and by its addresses', async () => {
    const { id } = stage.sandbox.flow('createTicket');
    const flows = 'https://apps.mypurecloud.de/architect/#/workflow/flows/';
    for (const text of [
      id,
      ` ${id.toUpperCase()} `,
      `${flows}${id}`,
      `${flows}${id}/latest/task/15dbed50-e1da-45d2-9351-af4df89fd4f7`,
    ]) {
      await chooseFlow(popup, 'Look up customer');
      await paste(text);
      await popup.getByLabel('Subject').waitFor();
      await expect
        .poll(() => picker(popup).inputValue(), { message: text })
        .toBe('Create support ticket');
    }
  });

  test('is not chosen by a text that names no flow, and the picker says so', async () => {
    const before = stage.sandbox.executions().length;
    for (const [text, words] of [
      ['8d9e6f1a-1111-4222-8333', /neither a flow ID nor an Architect address/],
      [
        'https://apps.mypurecloud.de/architect/#/inboundcall/flows/15dbed50-e1da-45d2-9351-af4df89fd4f7',
        /of type inboundcall; only workflows/,
      ],
      ['8d9e6f1a-1111-4222-8333-44445555zzzz', /neither a flow ID/],
      ['https://apps.mypurecloud.de/directory', /contains no flow/],
      ['00000000-0000-4000-8000-000000000000', /no flow with this ID/],
    ] as const) {
      await paste(text);
      await alert().getByText(words).waitFor();
    }
    expect(stage.sandbox.executions()).toHaveLength(before);
  });

  test('is said to be of a type that cannot be launched', async () => {
    await paste(stage.sandbox.flow('inboundCall').id);
    await popup
      .getByText(/not a workflow/)
      .first()
      .waitFor();
  });
});

describe('a schema that is out of the ordinary gives a form that launches', () => {
  test('with what it asks for, and one after the other', async () => {
    for (const { key, note, fill, sent } of [
      { key: 'schemaMissing', note: /does not say which inputs/ },
      { key: 'schemaEmpty' },
      {
        key: 'schemaTrue',
        note: /accepts any input/,
        fill: { label: 'Inputs as JSON', with: '{"any": 1}' },
        sent: { any: 1 },
      },
      {
        key: 'recursive',
        fill: { label: 'Tree', with: '{"name": "root"}' },
        sent: { 'Flow.tree': { name: 'root' } },
      },
      {
        key: 'unknownTypes',
        fill: { label: 'Price', with: '{"amount": 3}' },
        sent: { 'Flow.price': { amount: 3 } },
      },
    ] as const) {
      await chooseFlow(popup, stage.sandbox.flow(key).name);
      if (note) await popup.getByText(note).waitFor();
      if (fill) await popup.getByLabel(fill.label, { exact: true }).fill(fill.with);
      await pressLaunch(popup);
      const result = await resultIn(popup, 'Completed');
      expect(stage.sandbox.executions().at(-1)?.inputData, key).toEqual(sent);
      await result.getByRole('button', { name: 'New launch' }).click();
    }
  });
});

describe('a person who may not list flows', () => {
  test('works with the configured flows and with what they paste', async () => {
    const { id } = stage.sandbox.flow('requestCallback');
    const inputSchema = {
      type: 'object',
      properties: { 'Flow.customerNumber': { type: 'string' } },
    };
    await popup.getByRole('button', { name: 'Sign out' }).click();
    await popup.getByRole('button', { name: 'Sign in' }).waitFor();
    await stage.browser.configure(
      settingsFor(stage.sandbox, { flows: [{ id, name: 'Call me back', inputSchema }] }),
    );
    await signInBy(stage, popup, 'agent');

    await chooseFlow(popup, 'Call me back');
    // The settings name what they need, so that they may not list flows is nothing to tell.
    expect(await popup.getByText('You do not have permission to list flows.').count()).toBe(0);
    await popup.getByRole('textbox', { name: /customer ?number/i }).fill('+15550199888');
    // Its inputs are known from the settings, so that they cannot be read is nothing to tell.
    expect(await alert().count()).toBe(0);
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');

    await popup.getByRole('button', { name: 'New launch' }).click();
    await paste(stage.sandbox.flow('serviceStatus').id);
    await alert().getByText('You do not have permission to see this flow’s inputs.').waitFor();
    // What the page says is in the field all the same, for somebody who knows no JSON.
    const json = popup.getByRole('textbox', { name: 'Inputs as JSON' });
    await expect
      .poll(async () => JSON.parse((await json.inputValue()) || '{}'))
      .toEqual({ 'Flow.customerNumber': '+15550199888' });
    await pressLaunch(popup);
    await resultIn(popup, 'Completed');
    expect(stage.sandbox.executions().at(-1)?.launchedBy).toBe('agent');
  });
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contactsRequest, readContacts } from '../../src/core/lookup/contact.ts';
import { readRows, rowsRequest } from '../../src/core/lookup/table.ts';
import { callApi } from './api-caller.ts';
import { tables } from './data-tables.ts';
import { officialClient, officialContacts } from './official-client.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';
import type { UserKey } from './users.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});

afterAll(() => sandbox.close());

const hosts = () => ({ api: sandbox.url, login: sandbox.url, apps: undefined });

/** Sends one of our own requests, and gives back the answer as our reading takes it. */
async function answerTo(request: { url: string }, user: UserKey = 'author') {
  const path = request.url.slice(sandbox.url.length);
  const { status, text } = await callApi(sandbox, path, { token: sandbox.issueToken(user) });
  return { status, headers: {}, body: text, cut: false };
}

const queryOf = (query = '') => Object.fromEntries(new URLSearchParams(query));

describe('external contacts', () => {
  const number = '+15550199888';

  test('are asked for as the official client does, and read as its model has them', async () => {
    const opts = { expand: ['contacts.externalOrganization'] };
    const client = officialContacts(sandbox, 'author');
    const model = await client.getExternalcontactsReversewhitepageslookup(number, opts);
    const theirs = sandbox.requests().at(-1);
    const read = readContacts(await answerTo(contactsRequest(hosts(), number)));
    const ours = sandbox.requests().at(-1);
    expect([ours?.path, queryOf(ours?.query)]).toEqual([theirs?.path, queryOf(theirs?.query)]);
    const [contact] = model.contacts ?? [];
    expect(read).toEqual({
      ok: true,
      value: [
        {
          id: contact?.id,
          name: `${contact?.firstName} ${contact?.lastName}`,
          organization: contact?.externalOrganization?.name,
          emails: [contact?.workEmail],
          numbers: [contact?.cellPhone?.e164],
          externalIds: contact?.externalIds?.map(({ value }) => value),
        },
      ],
    });
  });

  test('are none for an unknown number, and refused to a person who may not see contacts', async () => {
    const nobody = contactsRequest(hosts(), '+15550100000');
    expect(readContacts(await answerTo(nobody))).toEqual({ ok: true, value: [] });
    expect(readContacts(await answerTo(nobody, 'agent'))).toMatchObject({
      failure: { code: 'contacts-not-allowed' },
    });
  });
});

describe('rows of a data table', () => {
  const { id } = tables.branches;

  test('are asked for as the official client does, and read as its model has them', async () => {
    const opts = { pageNumber: 12, pageSize: 100, showbrief: false };
    const model = await officialClient(sandbox).getFlowsDatatableRows(id, opts);
    const theirs = sandbox.requests().at(-1);
    const read = readRows(await answerTo(rowsRequest(hosts(), id, 12)));
    const ours = sandbox.requests().at(-1);
    expect([ours?.path, queryOf(ours?.query)]).toEqual([theirs?.path, queryOf(theirs?.query)]);
    expect(model.entities).toHaveLength(100);
    expect(read).toEqual({
      ok: true,
      value: {
        rows: model.entities?.map(({ key, ...fields }) => ({
          key,
          fields: Object.entries(fields),
        })),
        isLast: model.pageNumber === model.pageCount,
      },
    });
  });

  test('are refused to those who may not see them, and missing where there is no such table', async () => {
    expect(readRows(await answerTo(rowsRequest(hosts(), id, 1), 'agent'))).toMatchObject({
      failure: { code: 'table-not-allowed' },
    });
    expect(readRows(await answerTo(rowsRequest(hosts(), sandbox.clientId, 1)))).toMatchObject({
      failure: { code: 'table-not-found' },
    });
  });

  test('are keys alone unless asked for in full', async () => {
    const path = `/api/v2/flows/datatables/${tables.topics.id}/rows`;
    const answer = await callApi(sandbox, path, { token: sandbox.issueToken('author') });
    expect(answer.body.entities).toEqual([
      { key: 'delivery' },
      { key: 'complaint' },
      { key: 'invoice' },
    ]);
  });
});

test('tables are listed with their schema for those who may search them', async () => {
  const listing = await officialClient(sandbox).getFlowsDatatablesDivisionviews({
    expand: 'schema',
  });
  expect(listing.entities?.map(({ name }) => name)).toEqual(['Topics', 'Branches']);
  const table = await officialClient(sandbox).getFlowsDatatable(tables.topics.id, {
    expand: 'schema',
  });
  expect(Object.keys(table.schema?.properties ?? {})).toEqual([
    'key',
    'label',
    'priority',
    'active',
  ]);
});

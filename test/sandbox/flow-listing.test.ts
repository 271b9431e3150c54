import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { callApi } from './api-caller.ts';
import { allFlows } from './flows.ts';
import { type Sandbox, startSandbox } from './sandbox.ts';

let sandbox: Sandbox;
let token: string;

beforeAll(async () => {
  sandbox = await startSandbox({ requestsPerMinute: 1000 });
  token = sandbox.issueToken('author');
});

afterAll(() => sandbox.close());

const flowsPath = '/api/v2/flows';

test('there are at least 30 flows made by hand and 2,000 generated ones', () => {
  expect(sandbox.flows.length).toBeGreaterThanOrEqual(30);
  expect(allFlows.length - sandbox.flows.length).toBe(2000);
});

test('no two flows share an id or a key', () => {
  expect(new Set(allFlows.map(({ id }) => id)).size).toBe(allFlows.length);
  expect(new Set(allFlows.map(({ key }) => key)).size).toBe(allFlows.length);
});

test('pages hold every flow once, and lead from one to the next', async () => {
  const seen: unknown[] = [];
  let path: unknown = `${flowsPath}?pageSize=500&type=workflow`;
  while (typeof path === 'string') {
    const { body } = await callApi(sandbox, path, { token });
    seen.push(...entities(body).map(({ id }) => id));
    path = body.nextUri;
  }
  const workflows = allFlows.filter(({ type, deleted }) => type === 'WORKFLOW' && !deleted);
  expect(new Set(seen)).toEqual(new Set(workflows.map(({ id }) => id)));
  expect(seen).toHaveLength(workflows.length);
});

test('a page says where it stands', async () => {
  const { body } = await callApi(sandbox, `${flowsPath}?pageSize=10&pageNumber=2`, { token });
  expect(body).toMatchObject({
    pageSize: 10,
    pageNumber: 2,
    total: allFlows.length - 1,
    pageCount: Math.ceil((allFlows.length - 1) / 10),
    firstUri: '/api/v2/flows?pageSize=10&pageNumber=1',
    previousUri: '/api/v2/flows?pageSize=10&pageNumber=1',
    nextUri: '/api/v2/flows?pageSize=10&pageNumber=3',
    selfUri: '/api/v2/flows?pageSize=10&pageNumber=2',
  });
  expect(entities(body)).toHaveLength(10);
});

test('a page beyond the last is empty', async () => {
  const { body } = await callApi(sandbox, `${flowsPath}?pageSize=500&pageNumber=99`, { token });
  expect(entities(body)).toEqual([]);
  expect(body).not.toHaveProperty('nextUri');
});

test.each([
  ['pageSize=501', 'response.entity.too.large'],
  ['pageSize=0', 'invalid.query.param.value'],
  ['pageNumber=-1', 'invalid.query.param.value'],
  ['pageNumber=one', 'invalid.query.param.value'],
  ['type=telepathy', 'architect.invalid.flow.type'],
  ['sortBy=mood', 'invalid.query.param.value'],
])('the query %s is refused', async (query, code) => {
  const answer = await callApi(sandbox, `${flowsPath}?${query}`, { token });
  expect([answer.status, answer.body.code]).toEqual([400, code]);
});

test('a server may allow smaller pages only', async () => {
  const small = await startSandbox({ maxPageSize: 50 });
  const own = small.issueToken('author');
  const { status } = await callApi(small, `${flowsPath}?pageSize=51`, { token: own });
  await small.close();
  expect(status).toBe(400);
});

describe('flows are found', () => {
  test.each([
    ['by their whole name in any case', 'name=every%20TYPE%20of%20input', ['everyType']],
    ['by part of a name with a star', 'name=*credit*', ['slow']],
    ['not by part of a name alone', 'name=credit', []],
    ['by name or description', 'nameOrDescription=*wallboard*', ['noInputs']],
    ['by type', 'type=digitalbot&type=inqueuecall', ['bot', 'inqueueCall']],
    ['by types in a list', 'type=digitalbot,inqueuecall', ['bot', 'inqueueCall']],
    ['although deleted, if asked for', 'name=Deleted*&deleted=true', ['deleted']],
    ['not when deleted', 'name=Deleted*', []],
  ])('%s', async (_, query, keys) => {
    const { body } = await callApi(sandbox, `${flowsPath}?${query}`, { token });
    const ids = keys.map((key) => sandbox.flow(key).id);
    expect(new Set(entities(body).map(({ id }) => id))).toEqual(new Set(ids));
  });

  test('by their ids', async () => {
    const { id } = sandbox.flow('everyType');
    const path = `/api/v2/flows/lookup?id=${id}&id=${crypto.randomUUID()}`;
    const { body } = await callApi(sandbox, path, { token });
    expect(entities(body)).toHaveLength(1);
    const without = await callApi(sandbox, '/api/v2/flows/lookup', { token });
    expect(without.body.code).toBe('architect.query.parameter.missing');
  });

  test('sorted by name, also backwards', async () => {
    const path = `${flowsPath}?sortBy=name&pageSize=500`;
    const names = entities((await callApi(sandbox, path, { token })).body).map(({ name }) => name);
    expect(names).toEqual(names.toSorted());
    const { body } = await callApi(sandbox, `${path}&sortOrder=desc&pageNumber=5`, { token });
    expect(entities(body).at(-1)?.name).toBe(names[0]);
  });
});

describe('a flow', () => {
  test('shows its schema only when asked for', async () => {
    const path = `${flowsPath}?name=Every*`;
    const plain = entities((await callApi(sandbox, path, { token })).body)[0];
    expect(JSON.stringify(plain)).not.toContain('inputSchema');
    const { body } = await callApi(sandbox, `${path}&includeSchemas=true`, { token });
    expect(entities(body)[0]).toMatchObject({
      inputSchema: { properties: { 'Flow.text': { type: 'string' } }, required: ['Flow.text'] },
      publishedVersion: { inputSchema: { type: 'object' } },
    });
  });

  test('may show its schema in the published version alone', async () => {
    const { body } = await flowAlone('schemaInVersion');
    expect(body).not.toHaveProperty('inputSchema');
    expect(body).toHaveProperty('publishedVersion.inputSchema.type', 'object');
  });

  test('that was never published has no published version', async () => {
    expect((await flowAlone('unpublished')).body).not.toHaveProperty('publishedVersion');
  });

  test('that is being edited says who holds the lock', async () => {
    expect((await flowAlone('locked')).body).toHaveProperty('lockedUser.name', 'Ada Author');
  });

  test('that was deleted is gone, unless asked for', async () => {
    const gone = await flowAlone('deleted');
    expect([gone.status, gone.body.code]).toEqual([410, 'architect.flow.deleted']);
    expect((await flowAlone('deleted', '?deleted=true')).body.deleted).toBe(true);
  });

  test('that does not exist is not found', async () => {
    const answer = await callApi(sandbox, `${flowsPath}/abc-123`, { token });
    expect([answer.status, answer.body.code]).toEqual([404, 'architect.flow.not.found']);
  });

  test('shows less of itself in division views', async () => {
    const { body } = await callApi(sandbox, `${flowsPath}/divisionviews?name=Every*`, { token });
    expect(entities(body)[0]).toMatchObject({ type: 'WORKFLOW', division: { name: 'Home' } });
    expect(entities(body)[0]).not.toHaveProperty('active');
  });

  function flowAlone(key: string, query = '') {
    return callApi(sandbox, `${flowsPath}/${sandbox.flow(key).id}${query}`, { token });
  }
});

function entities({ entities }: Record<string, unknown>): Record<string, unknown>[] {
  return Array.isArray(entities) ? entities : [];
}

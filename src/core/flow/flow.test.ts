import { describe, expect, test } from 'vitest';
import { type Hosts, hostsOf } from '../base/environment.ts';
import {
  flowByListRequest,
  flowPageRequest,
  flowRequest,
  readFlow,
  readFlowOfList,
  readFlowPage,
} from './flow.ts';

const hosts: Hosts = hostsOf({ region: 'mypurecloud.de' });
const published = { id: '3.0', inputSchema: { type: 'object' } };
const entity = { id: 'f1', name: 'Callback', type: 'WORKFLOW', publishedVersion: published };

describe('flows are asked for', () => {
  test('page by page, workflows only, by name', () => {
    expect(flowPageRequest(hosts, 'flows', { number: 2, size: 125 })).toEqual({
      method: 'GET',
      url: 'https://api.mypurecloud.de/api/v2/flows?type=workflow&pageNumber=2&pageSize=125&sortBy=name&sortOrder=asc',
      headers: { Accept: 'application/json' },
    });
    expect(flowPageRequest(hosts, 'divisionviews', { number: 1, size: 25 }).url).toContain(
      '/api/v2/flows/divisionviews?type=workflow&',
    );
  });

  test('one by one, with the id as it may be written in an address', () => {
    expect(flowRequest(hosts, 'a/../b').url).toBe(
      'https://api.mypurecloud.de/api/v2/flows/a%2F..%2Fb',
    );
    expect(flowByListRequest(hosts, 'a&b').url).toBe(
      'https://api.mypurecloud.de/api/v2/flows/divisionviews?id=a%26b&includeSchemas=true',
    );
  });
});

describe('a page of a list', () => {
  test('gives its flows, and leaves out what is none', () => {
    const entities = [entity, null, 7, { name: 'no id' }, { id: 'f2' }];
    expect(readFlowPage({ entities, pageNumber: 1, pageCount: 3, total: 41 })).toEqual({
      flows: [
        expect.objectContaining({ id: 'f1', name: 'Callback', type: 'WORKFLOW' }),
        expect.objectContaining({ id: 'f2', name: 'f2', cannotLaunch: 'unpublished' }),
      ],
      pageCount: 3,
      total: 41,
    });
  });

  test('that does not count its pages is the only one', () => {
    expect(readFlowPage({ entities: [], pageCount: 'many', total: -1 })).toEqual({
      flows: [],
      pageCount: 1,
      total: undefined,
    });
  });

  test.each([undefined, null, '<html>', [], { entities: 'none' }])('is not %o', (body) => {
    expect(readFlowPage(body)).toBeUndefined();
  });
});

describe('a flow', () => {
  test.each([
    [{}, undefined],
    [{ type: undefined }, undefined],
    [{ type: 'workflow' }, undefined],
    [{ type: 'INBOUNDCALL' }, 'not-workflow'],
    [{ active: false }, 'inactive'],
    [{ publishedVersion: undefined }, 'unpublished'],
    [{ deleted: true, active: false, publishedVersion: undefined }, 'deleted'],
  ])('with %o cannot be launched because: %s', (part, reason) => {
    expect(readFlow({ ...entity, ...part }, 1)?.cannotLaunch).toBe(reason);
  });

  test.each([
    ['the published version', { publishedVersion: { id: '1', inputSchema: true } }, true],
    ['the flow', { publishedVersion: { id: '1' }, inputSchema: { a: 1 } }, { a: 1 }],
    ['neither', { publishedVersion: { id: '1' } }, undefined],
  ])('has its input schema from %s', (_, part, schema) => {
    expect(readFlow({ id: 'f1', ...part }, 1)?.inputSchema).toEqual(schema);
  });

  test('is read with what it is called, where it lies, and when it was read', () => {
    const more = { description: 'Calls back', division: { id: 'd', name: 'Sales' }, odd: 1 };
    expect(readFlow({ ...entity, ...more }, 42)).toEqual({
      id: 'f1',
      name: 'Callback',
      description: 'Calls back',
      division: 'Sales',
      type: 'WORKFLOW',
      cannotLaunch: undefined,
      publishedVersion: '3.0',
      inputSchema: { type: 'object' },
      readAt: 42,
    });
  });

  test('is read from a list of one', () => {
    expect(readFlowOfList({ entities: [entity] }, 42)).toEqual(readFlow(entity, 42));
    expect(readFlowOfList({ entities: [] }, 42)).toBeUndefined();
    expect(readFlowOfList('<html>', 42)).toBeUndefined();
  });
});

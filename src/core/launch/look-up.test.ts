import { describe, expect, test } from 'vitest';
import { launchRecord } from '../../../test/harness/launch-record.ts';
import type { Launch } from './launch.ts';
import {
  clockOffset,
  isLastLookUp,
  lookUpRequest,
  nextLookUp,
  readLookUp,
  saysNoHistory,
} from './look-up.ts';

const id = 'b1d4f3a2-0000-4000-8000-000000000001';
const hosts = { login: 'https://login.test', api: 'https://api.test', apps: undefined };
const name = `Request callback · ${id}`;

function unknown(body: object = { flowId: 'f', name }, more: Partial<Launch> = {}): Launch {
  return launchRecord({
    id,
    state: 'unknown',
    flow: { id: 'f', name: 'Request callback' },
    request: { method: 'POST', url: 'https://api.test/', headers: {}, body: JSON.stringify(body) },
    times: { created: 0, sent: 1_800_000_000_000, lost: 1_800_000_010_000 },
    ...more,
  });
}

const answer = (status: number, json: unknown, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: JSON.stringify(json),
  cut: false,
});

describe('what is asked', () => {
  test('is the flow around the time of sending, on the server’s clock', () => {
    const launch = unknown(undefined, {
      lookUp: { tries: 1, over: false, clockOffset: 3_600_000 },
    });
    const request = lookUpRequest(hosts, launch);
    if (!request.ok) throw new Error('refused');
    expect(request.value.url).toBe('https://api.test/api/v2/flows/instances/query?pageSize=200');
    const { query } = JSON.parse(request.value.body ?? '');
    expect(query.map((group: { criteria: object }) => group.criteria)).toEqual([
      { key: 'FlowId', operator: 'eq', value: 'f' },
      { key: 'FlowStartDateTime', operator: 'gte', value: '2027-01-15T08:45:00.000Z' },
      { key: 'FlowStartDateTime', operator: 'lte', value: '2027-01-15T09:15:00.000Z' },
    ]);
  });

  test.each([
    ['no name', {}],
    ['a name without the launch’s id', { name: 'Request callback' }],
  ])('is nothing where the execution has %s', (_, body) => {
    expect(lookUpRequest(hosts, unknown(body))).toMatchObject({
      ok: false,
      failure: { code: 'look-up-not-unique' },
    });
  });
});

describe('what is found', () => {
  test('are the instances of exactly that name, the earliest first', () => {
    const entities = [
      { id: 'late', name, startDateTime: '2026-11-22T10:00:01Z' },
      { id: 'other', name: `${name} 2`, startDateTime: '2026-11-22T10:00:00Z' },
      { id: 'early', name, startDateTime: '2026-11-22T10:00:00Z', endDateTime: null },
      { id: 'unnamed' },
    ];
    const found = readLookUp(answer(200, { entities }), unknown());
    expect('instances' in found && found.instances.map((instance) => instance.id)).toEqual([
      'early',
      'late',
    ]);
  });

  test.each([
    [200, { entities: [] }, 'look-up-nothing', false],
    [200, 'a page of a proxy', 'look-up-failed', false],
    [403, { code: 'missing.permissions' }, 'look-up-not-permitted', true],
    [403, 'a page of a proxy', 'look-up-failed', false],
    [429, {}, 'look-up-failed', false],
    [500, {}, 'look-up-failed', false],
  ])('status %i with %j is %s, final: %s', (status, json, code, final) => {
    expect(readLookUp(answer(status, json), unknown())).toMatchObject({ failure: { code }, final });
  });

  test('a missing history is not an empty one', () => {
    expect(saysNoHistory(answer(200, { enabled: false }))).toBe(true);
    expect(saysNoHistory(answer(200, { enabled: true }))).toBe(false);
    expect(saysNoHistory(answer(403, { enabled: false }))).toBe(false);
  });
});

describe('when it is looked up', () => {
  test('soon at first, for two minutes in all', () => {
    const at = 1_800_000_010_000;
    const waits = Array.from({ length: 8 }, (_, tries) =>
      nextLookUp(unknown(undefined, { lookUp: { tries, over: false } }), at),
    );
    expect(waits).toEqual([1_000, 4_000, 10_000, 20_000, 40_000, 80_000, 120_000, undefined]);
    expect(isLastLookUp(5)).toBe(false);
    expect(isLastLookUp(6)).toBe(true);
  });

  test('not later because the clock was set back, and at once where it is overdue', () => {
    const lost = 1_800_000_010_000;
    expect(nextLookUp(unknown(), lost - 86_400_000)).toBe(1_000);
    expect(nextLookUp(unknown(), lost + 86_400_000)).toBe(0);
  });

  test('the server’s clock is read from its answer', () => {
    const date = 'Sun, 22 Nov 2026 10:00:00 GMT';
    const at = Date.parse(date);
    expect(clockOffset(answer(200, {}, { date }), at - 60_000)).toBe(60_000);
    expect(clockOffset(answer(200, {}, { date }), at + 900)).toBeUndefined();
    expect(clockOffset(answer(200, {}), at)).toBeUndefined();
  });
});

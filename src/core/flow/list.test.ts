import { describe, expect, test } from 'vitest';
import type { FailureCode } from '../base/failure.ts';
import { connectionSchema } from '../settings/settings.ts';
import { chosenFlow, flowChoices, flowFailure, recentFor, withRecent } from './list.ts';

const [first, second] = [
  '15dbed50-e1da-45d2-9351-af4df89fd4f7',
  '8d9e6f1a-1111-4222-8333-444455556666',
];
const connection = (flows: object[] = []) =>
  connectionSchema.parse({
    name: 'Test',
    environment: { region: 'mypurecloud.de' },
    clientId: second,
    flows,
  });
const listed = (id: string, name: string) => ({ id, name, type: 'WORKFLOW' });
const cache = (...flows: ReturnType<typeof listed>[]) => ({ flows, complete: true });

describe('the picker offers', () => {
  test('what the settings name first and as they call it, each flow once, with what the server tells of it', () => {
    const choices = flowChoices(
      connection([{ id: second, name: 'Mine', pinned: true }]),
      cache(listed(first, 'One'), { ...listed(second, 'Two'), type: 'BOT' }),
      [{ id: first, at: 7 }],
    );
    expect(choices).toEqual([
      { id: second, name: 'Mine', serverName: 'Two', type: 'BOT', pinned: true, recent: undefined },
      { id: first, name: 'One', type: 'WORKFLOW', pinned: false, recent: 7 },
    ]);
  });

  test('what the settings name alone, where nothing could be listed', () => {
    const choices = flowChoices(connection([{ id: first, name: 'Mine' }]), cache(), []);
    expect(choices.map(({ name }) => name)).toEqual(['Mine']);
  });
});

describe('the chosen flow', () => {
  const inputSchema = { type: 'object' };
  const read = { ...listed(first, 'Read'), readAt: 5, inputSchema: undefined };
  const described = connection([{ id: first, name: 'Mine', inputSchema }]);

  test('is as it was read, with the name of the settings, and their inputs where the server told none', () => {
    expect(chosenFlow(described, { [first]: { flow: read } }, first)).toEqual({
      ...read,
      name: 'Mine',
      inputSchema,
    });
  });

  test('is as the settings describe it until it is read, and where it cannot be', () => {
    expect(chosenFlow(described, {}, first)).toMatchObject({ name: 'Mine', inputSchema });
    expect(chosenFlow(connection(), {}, first)).toBeUndefined();
  });

  const failing = (code: FailureCode) => ({
    [first]: { failure: { code, params: {} }, readAt: 1 },
  });

  test.each<[FailureCode, object, FailureCode | undefined]>([
    ['flow-not-viewable', {}, 'flow-not-viewable'],
    ['flow-not-viewable', { inputSchema }, undefined],
    ['flow-not-viewable', { inputs: { 'Flow.a': '1' } }, undefined],
    ['flow-deleted', { inputSchema }, 'flow-deleted'],
  ])('that fails with %s, and is configured with %o, tells %s', (code, part, told) => {
    const settings = connection([{ id: first, name: 'Mine', ...part }]);
    expect(flowFailure(settings, failing(code), first)?.code).toBe(told);
    expect(flowFailure(settings, {}, first)).toBeUndefined();
  });
});

describe('flows launched lately', () => {
  const from = (id: string, at: number, address?: string) => ({ id, at, address });

  test('come with the site that they were last launched from first', () => {
    const recent = [
      from(first, 1, 'https://crm.example.com/contacts/1'),
      from(second, 2, 'https://mail.example.com/'),
      from(second, 3, 'chrome://newtab/'),
    ].reduce(withRecent, []);
    expect(recentFor(recent, 'https://crm.example.com/contacts/2')).toEqual([first, second]);
    expect(recentFor(recent, 'https://mail.example.com/')).toEqual([second, first]);
    expect(recentFor(recent, 'https://new.example.com/')).toEqual([second, first]);
    expect(recentFor(recent, undefined)).toEqual([second, first]);
  });

  test('are twenty, of twenty sites each, and as an earlier version kept them', () => {
    const many = Array.from({ length: 30 }, (_, at) => from(`flow ${at}`, at));
    const sites = Array.from({ length: 30 }, (_, at) => from(first, at, `https://${at}.example/`));
    const recent = [...many, ...sites].reduce(withRecent, [{ id: second, at: 0 }]);
    expect(recent).toHaveLength(20);
    expect(Object.keys(recent[0]?.sites ?? {})).toHaveLength(20);
    expect(recentFor(recent, 'https://29.example/')[0]).toBe(first);
  });
});

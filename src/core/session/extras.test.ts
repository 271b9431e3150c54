import { describe, expect, test } from 'vitest';
import { connectionSchema } from '../settings/settings.ts';
import { readExtras } from './check-extras.ts';
import { newCheck } from './check-lines.ts';
import { extrasOf } from './extras.ts';

const connection = connectionSchema.parse({
  name: 'Test',
  environment: { region: 'mypurecloud.de' },
  clientId: '8d9e6f1a-1111-4222-8333-444455556666',
});
const scopes = ['architect', 'conversations:readonly', 'external-contacts'];
const id = '8d9e6f1a-1111-4222-8333-444455556667';
const flows = [{ id, name: 'Callback', choices: { 'Flow.topic': { table: id } } }];

test('a connection reads flows alone unless it is set up for more', () => {
  expect(extrasOf(connection)).toEqual([]);
  const more = connectionSchema.parse({ ...connection, scopes, flows });
  expect(extrasOf(more)).toEqual(['conversations', 'contacts', 'tables']);
  expect(
    newCheck(0, extrasOf(more))
      .lines.slice(-3)
      .map((line) => line.id),
  ).toEqual(extrasOf(more));
  expect(newCheck(0, []).lines.map((line) => line.id)).not.toContain('conversations');
});

describe('what a session may read', () => {
  const all = ['conversations', 'contacts', 'tables'] as const;
  const states = (session: Parameters<typeof readExtras>[1]) =>
    readExtras(all, session).map(({ state, problem }) => problem?.params ?? state);

  test.each<[string, Parameters<typeof readExtras>[1], unknown[]]>([
    [
      'all of it',
      { scopes, permissions: ['externalContacts:*:view', 'architect:datatableRow:view'] },
      ['good', 'good', 'good'],
    ],
    ['nothing is known', {}, ['good', 'good', 'good']],
    [
      'without a scope',
      { scopes: ['architect'], permissions: ['*:*:*'] },
      [{ scope: 'conversations:readonly' }, { scope: 'external-contacts:readonly' }, 'good'],
    ],
    [
      'without a permission',
      { scopes, permissions: [] },
      [
        'good',
        { permission: 'externalContacts:contact:view' },
        { permission: 'architect:datatable:view' },
      ],
    ],
  ])('%s', (_, session, expected) => {
    expect(states(session)).toEqual(expected);
  });
});

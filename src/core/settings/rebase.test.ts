import { expect, test } from 'vitest';
import { isEqual, rebased } from './rebase.ts';
import { defaultSettings, type Settings } from './settings.ts';

const known: Settings = { ...defaultSettings, defaultCountry: 'DE', connection: 'Test' };

test('what an editor changed counts, and what others changed meanwhile stays', () => {
  const next = { ...known, defaultCountry: 'FR' };
  const stored = { ...known, connection: 'Production' };
  expect(rebased(known, next, stored)).toEqual({
    ...known,
    defaultCountry: 'FR',
    connection: 'Production',
  });
});

test('of a part that both changed, the editor’s counts', () => {
  const next = { ...known, defaultCountry: 'FR' };
  const stored = { ...known, defaultCountry: 'JP' };
  expect(rebased(known, next, stored).defaultCountry).toBe('FR');
});

test('what an editor took out is not brought back', () => {
  const { connection: _, ...next } = known;
  expect(rebased(known, next, known)).not.toHaveProperty('connection');
});

test('what others added stays, and an equal copy is no change', () => {
  const { connection: _, ...before } = known;
  const next = structuredClone(before);
  expect(rebased(before, next, known)).toEqual(known);
});

test('what storage gives back in another order is the same', () => {
  const site = { name: 'CRM', match: ['https://crm.example.com/*'] };
  const typed = [{ ...site, fields: { email: { jsonPath: 'a' }, customerId: { jsonPath: 'b' } } }];
  const stored = [{ ...site, fields: { customerId: { jsonPath: 'b' }, email: { jsonPath: 'a' } } }];
  expect(isEqual(typed, stored)).toBe(true);
  expect(isEqual(typed, [{ ...site, fields: { email: { jsonPath: 'b' } } }])).toBe(false);
});

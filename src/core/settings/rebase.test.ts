import { expect, test } from 'vitest';
import { rebased } from './rebase.ts';
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

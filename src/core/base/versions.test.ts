import { expect, test } from 'vitest';
import { type Migration, versioned } from './versions.ts';
import { z } from './zod.ts';

const migrations: Migration[] = [
  { on: '2026-01-01', to: 2, change: ({ name, ...rest }) => ({ ...rest, title: name }) },
  {
    on: '2026-02-01',
    to: 3,
    change: (value) => ({ ...value, length: String(value.title).length }),
  },
];
const schema = versioned(
  z.object({ version: z.literal(3), title: z.string(), length: z.number() }),
  migrations,
);

test.each([
  ['the first shape', { name: 'abc' }],
  ['a shape in between', { version: 2, title: 'abc' }],
  ['the shape of today', { version: 3, title: 'abc', length: 3 }],
])('%s is read', (_, stored) => {
  const before = structuredClone(stored);
  expect(schema.parse(stored)).toEqual({ version: 3, title: 'abc', length: 3 });
  expect(stored).toEqual(before);
});

test.each([
  ['a later version', { version: 4, title: 'abc', length: 3 }],
  ['a version that is none', { version: 'two', title: 'abc', length: 3 }],
  ['a text', 'abc'],
  ['nothing', null],
  ['a list', []],
])('%s is not read', (_, stored) => {
  expect(schema.safeParse(stored).success).toBe(false);
});

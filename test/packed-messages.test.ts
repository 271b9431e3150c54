import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { packedCatalogue } from '../scripts/packed-messages.ts';

const folder = new URL('../public/_locales/', import.meta.url);
const read = (locale: string) =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8'));
const english = read('en');

test.each(readdirSync(folder))('each text of %s is in the line of its name', (locale) => {
  const packed = packedCatalogue(read(locale), english, ['extensionName']);
  expect(Object.keys(packed)).toEqual(['extensionName', 'texts']);
  const lines = packed.texts?.message.split('\n') ?? [];
  const texts = Object.fromEntries(Object.keys(english).map((name, at) => [name, lines[at]]));
  const messages = Object.entries<{ message: string }>(read(locale));
  expect(texts).toEqual(Object.fromEntries(messages.map(([name, { message }]) => [name, message])));
  expect(lines).toHaveLength(messages.length);
});

test('a message that a language lacks is there in English', () => {
  const two = { yes: { message: 'Yes', description: 'Consent' }, no: { message: 'No' } };
  const packed = packedCatalogue({ no: { message: 'Nein' } }, two, ['yes']);
  expect(packed).toEqual({ yes: { message: 'Yes' }, texts: { message: 'Yes\nNein' } });
});

test.each(['two\nlines', 'costs $1'])(
  '%j is refused, since it would be read otherwise',
  (message) => {
    expect(() => packedCatalogue({}, { price: { message } }, [])).toThrow(/line break or a dollar/);
  },
);

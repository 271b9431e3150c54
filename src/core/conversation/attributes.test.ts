import { expect, test } from 'vitest';
import { attributesOf } from './attributes.ts';

const read = (json: string) => attributesOf({ attributes: JSON.parse(json) });

test('attributes are taken as text, under any name', () => {
  expect(read('{"a":"1","b c":"","__proto__":"x","constructor":"y","n":7,"t":true}')).toEqual({
    attributes: [
      ['a', '1'],
      ['b c', ''],
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['n', '7'],
      ['t', 'true'],
    ],
    leftOut: 0,
  });
});

test.each([
  ['is no text', { a: { b: 1 } }],
  ['is null', { a: null }],
  ['is longer than 8,000 characters', { a: 'x'.repeat(100_000) }],
  ['is binary', { a: '\u0000\u0001PNG' }],
  ['is half a character', { a: '\ud800' }],
  ['could not be decoded', { a: 'caf\ufffd' }],
  ['has no name', { ' ': 'x' }],
  ['has a name that no template can hold', { 'a}}b': 'x' }],
  ['has a name of a thousand characters', { ['x'.repeat(1000)]: 'x' }],
])('what %s is left out and counted', (_, attributes) => {
  expect(attributesOf({ attributes: { ...attributes, kept: 'yes' } })).toEqual({
    attributes: [['kept', 'yes']],
    leftOut: 1,
  });
});

test('what would fill the memory is left out', () => {
  const attributes = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [`n${n}`, 'x'.repeat(1000)]),
  );
  const { attributes: kept, leftOut } = attributesOf({ attributes });
  expect(kept.length).toBeLessThan(100);
  expect(kept.length + leftOut).toBe(300);
});

test('marks that turn the direction of writing are dropped: what is shown is what is sent', () => {
  expect(read('{"a":"\\u202e1234"}').attributes).toEqual([['a', '1234']]);
});

test.each([undefined, null, [], ['a'], 'text', 7])('%j are none', (attributes) => {
  expect(attributesOf({ attributes })).toMatchObject({ leftOut: 0, attributes: [] });
});

import { describe, expect, test } from 'vitest';
import { isTooDeep, readJson, sortedJson } from './json.ts';
import { jsonFault, twiceNamed } from './json-fault.ts';

const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('JSON from outside', () => {
  test('is read', () => {
    expect(readJson('{"a":[1,"]]]]"]}')).toEqual({ ok: true, value: { a: [1, ']]]]'] } });
    expect(readJson(nested(100)).ok).toBe(true);
  });

  test.each([101, 5_000, 500_000])(
    'is refused before it is read where it is %i levels deep',
    (levels) => {
      expect(readJson(nested(levels))).toEqual({ ok: false });
      expect(readJson('{"a":'.repeat(levels))).toEqual({ ok: false });
      expect(jsonFault(nested(levels))).toMatchObject({ line: 1, column: 101, reason: 'too_deep' });
    },
  );

  test('that is none is refused', () => {
    expect(readJson('{')).toEqual({ ok: false });
  });

  test.each([
    [99, false],
    [101, true],
    [50_000, true],
  ])('that was read elsewhere and is %i levels deep is too deep: %s', (levels, isDeep) => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { value };
    expect(isTooDeep(value)).toBe(isDeep);
  });
});

test.each<[string, string, object | undefined]>([
  ['JSON', '{ "a": [1, 2.5e3, "x", null, true] }', undefined],
  [
    'a comma too many in a list',
    '[\n  1,\n  2,\n]',
    { line: 3, column: 4, reason: 'trailing_comma' },
  ],
  [
    'a comma too many in an object',
    '{ "a": 1, }',
    { line: 1, column: 9, reason: 'trailing_comma' },
  ],
  [
    'a comma too many, further up',
    '{"a":1,\r\n\r\n}',
    { line: 1, column: 7, reason: 'trailing_comma' },
  ],
  [
    'a comma missing between lines',
    '{\n  "a": 1\n  "b": 2\n}',
    { line: 2, column: 9, reason: 'comma_missing' },
  ],
  ['a colon missing', '{ "a" 1 }', { line: 1, column: 7, reason: 'colon_missing' }],
  ['a comment', '{\n  // why\n  "a": 1\n}', { line: 2, column: 3, reason: 'comment' }],
  ['single quotes', "{ 'a': 1 }", { line: 1, column: 3, reason: 'quotes' }],
  ['quotes of a word processor', '{ “a”: 1 }', { line: 1, column: 3, reason: 'quotes' }],
  [
    'a name without quotes',
    '{ name: 1 }',
    { line: 1, column: 3, reason: 'name_unquoted', found: 'name:' },
  ],
  [
    'a text that goes over a line',
    '{ "a": "x\n y" }',
    { line: 1, column: 8, reason: 'text_unended' },
  ],
  ['a backslash before what needs none', '{ "a": "\\d+" }', { reason: 'escape', line: 1 }],
  ['a tabulator in a text', '{ "a": "x\ty" }', { reason: 'control_character', line: 1 }],
  [
    'an end that is missing',
    '{\n  "a": {\n    "b": 1\n  }\n',
    { line: 4, column: 4, reason: 'unended' },
  ],
  ['more behind the end', '{ "a": 1 }\n{ "b": 2 }', { line: 2, column: 1, reason: 'left_over' }],
  ['nothing', ' \n ', { reason: 'empty' }],
  ['words', 'notifications: false', { line: 1, column: 1, found: 'notifications:' }],
  ['a number that JSON does not have', '{ "a": 0x1F }', { line: 1 }],
  ['undefined', '{ "a": undefined }', { line: 1, column: 8, found: 'undefined' }],
])('says of %s where it is wrong, and why', (_, text, fault) => {
  if (fault === undefined) expect(jsonFault(text)).toBeUndefined();
  else expect(jsonFault(text)).toMatchObject(fault);
});

test('a name that stands twice in an object is found, and one in two objects is not', () => {
  const text = '{\n  "a": { "x": 1 },\n  "b": { "x": 2 },\n  "a": 3\n}';
  expect(twiceNamed(text)).toEqual([{ name: 'a', line: 4, column: 3 }]);
});

test('the same content has one JSON, in whatever order its keys came, and lists keep theirs', () => {
  const one = { b: [{ d: 1, c: undefined }, null, 'x'], a: { f: 1, e: 2 } };
  const other = { a: { e: 2, f: 1 }, b: [{ d: 1 }, null, 'x'] };
  expect(sortedJson(one)).toBe(sortedJson(other));
  expect(sortedJson(one)).toBe('{"a":{"e":2,"f":1},"b":[{"d":1},null,"x"]}');
  expect(sortedJson([2, 1])).toBe('[2,1]');
});

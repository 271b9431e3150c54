import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../test/harness/cpu-time.ts';
import { flowInputs } from './input-schema.ts';
import { schemaProblems } from './schema.ts';
import { fillTemplate, placeholdersIn, soleField } from './template.ts';

/** Each definition refers twice to the next one: thirty of them lead to a thousand million places. */
function doubling(word: 'allOf' | 'anyOf' | 'oneOf') {
  const names = Array.from({ length: 31 }, (_, place) => `d${place}`);
  const definitions = names.map((name, place) => {
    const next = { $ref: `#/definitions/d${place + 1}` };
    return [name, place === 30 ? { minLength: 9 } : { [word]: [next, next] }];
  });
  return {
    properties: { 'Flow.x': { $ref: '#/definitions/d0' } },
    definitions: Object.fromEntries(definitions),
  };
}

function deep(levels: number): unknown {
  let schema: unknown = {};
  for (let level = 0; level < levels; level += 1) schema = { properties: { a: schema } };
  return schema;
}

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
const either = { properties: { a: { $ref: '#' } } };

// Each of these cost seconds or more, or ran out of stack.
describe('a schema is checked, or given up, within 100 ms:', () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    ['references that double, all of them', doubling('allOf'), { 'Flow.x': 'short' }],
    ['references that double, any of them', doubling('anyOf'), { 'Flow.x': 'short' }],
    ['references that double, one of them', doubling('oneOf'), { 'Flow.x': 'short' }],
    ['a reference to itself', { $ref: '#' }, { 'Flow.x': 1 }],
    ['itself in two ways at every depth', { anyOf: [either, either] }, { a: chain(90) }],
    ['5,000 levels', deep(5_000), { a: 1 }],
    ['data of 5,000 levels', {}, { 'Flow.x': nested(5_000) }],
    [
      'values that must not repeat',
      { properties: { 'Flow.x': { uniqueItems: true } } },
      { 'Flow.x': Array.from({ length: 40_000 }, (_, place) => place) },
    ],
    [
      'a long list of values for each of a long list',
      { properties: { 'Flow.x': { items: { enum: numbers(40_000) } } } },
      { 'Flow.x': numbers(40_000).map((number) => -number) },
    ],
    [
      'a pattern that hangs a browser',
      { properties: { 'Flow.x': { properties: { a: { pattern: '^(a+)+$' } } } } },
      { 'Flow.x': { a: `${'a'.repeat(2_000)}!` } },
    ],
    [
      'a format that hangs a browser',
      { properties: { 'Flow.x': { format: 'url' } } },
      { 'Flow.x': `http://${'a'.repeat(2_000)}!` },
    ],
    ...['uri', 'uri-reference', 'uri-template', 'email', 'hostname', 'duration', 'ipv6'].map(
      (format): [string, unknown, Record<string, unknown>] => [
        `the format ${format}`,
        { properties: { 'Flow.x': { format } } },
        { 'Flow.x': `${'a.'.repeat(20_000)}!` },
      ],
    ),
  ])('%s', (_, schema, data) => {
    const time = cpuTime(() => {
      schemaProblems(schema, data);
      flowInputs(schema);
    });
    expect(time).toBeLessThan(100);
  });
});

test('a pattern within an object is checked, and its name stays out of what is said', () => {
  const schema = {
    properties: { 'Flow.x': { properties: { a: { pattern: '^C-\\d+$', format: 'uri' } } } },
  };
  expect(schemaProblems(schema, { 'Flow.x': { a: 'C-42' } })).toEqual([
    { input: 'Flow.x', code: 'format', params: { format: 'uri' } },
  ]);
  expect(schemaProblems(schema, { 'Flow.x': { a: 'tel:42' } })).toEqual([
    { input: 'Flow.x', code: 'schema', params: { rule: 'pattern' } },
  ]);
});

test.each(['{{', '{{ ', '{{conversation.attributes. ', '{{a}', '} }'])(
  'a template of %j alone is read within 100 ms',
  (piece) => {
    const template = piece.repeat(4_000 / piece.length);
    const time = cpuTime(() => {
      fillTemplate(template, () => 'x');
      placeholdersIn(template);
      soleField(template);
    });
    expect(time).toBeLessThan(100);
  },
);

function chain(levels: number): unknown {
  let value: unknown = {};
  for (let level = 0; level < levels; level += 1) value = { a: value };
  return value;
}

function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, place) => place + 1);
}

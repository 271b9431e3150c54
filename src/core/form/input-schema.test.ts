import { describe, expect, test } from 'vitest';
import { everyInput, flowInputs } from './input-schema.ts';

function only(property: unknown, required: string[] = []) {
  const schema = JSON.parse(
    JSON.stringify({ type: 'object', required, properties: { 'Flow.x': property } }),
  );
  const [input] = flowInputs(schema).inputs;
  return input;
}

describe('the kind of control for a property', () => {
  test.each([
    [{ type: 'string' }, 'string'],
    [{ type: 'integer' }, 'integer'],
    [{ type: 'number' }, 'number'],
    [{ type: 'boolean' }, 'boolean'],
    [{ type: 'string', format: 'date-time' }, 'date-time'],
    [{ type: 'string', format: 'date' }, 'date'],
    [{ type: 'string', format: 'uuid' }, 'string'],
    [{ enum: ['a', 'b'] }, 'choice'],
    [{ type: 'integer', enum: [1, 2] }, 'choice'],
    [{ oneOf: [{ const: 'a' }, { const: 'b' }] }, 'choice'],
    [{ enum: [{ a: 1 }] }, 'json'],
    [{ type: ['string', 'null'] }, 'string'],
    [{ anyOf: [{ type: 'null' }, { type: 'integer' }] }, 'integer'],
    [{ type: ['integer', 'number'] }, 'number'],
    [{ type: ['string', 'integer'] }, 'json'],
    [{ type: 'object', properties: {} }, 'json'],
    [{ type: 'array', items: { type: 'string' } }, 'list'],
    [{ type: 'array', items: { type: 'object' } }, 'json'],
    [{ type: 'array', items: { type: 'boolean' } }, 'json'],
    [{ type: 'array' }, 'json'],
    [{ type: 'currency' }, 'json'],
    [{ type: 42, minLength: 'no' }, 'json'],
    [{ pattern: '^a' }, 'string'],
    [{ maximum: 3 }, 'number'],
    [{}, 'json'],
    [true, 'json'],
    ['nonsense', 'json'],
    [{ $ref: '#/nowhere' }, 'json'],
    [{ $ref: 'https://elsewhere.example/schema' }, 'json'],
  ])('%j is %s', (property, kind) => {
    expect(only(property)?.kind).toBe(kind);
  });
});

test('an input has its title, else its name without Flow., and all that limits it', () => {
  const text = {
    type: 'string',
    title: ' Phone ',
    description: 'Whom',
    minLength: 2,
    maxLength: 9,
  };
  expect(only({ ...text, pattern: '^\\+', default: '+1' }, ['Flow.x'])).toMatchObject({
    name: 'Flow.x',
    label: 'Phone',
    description: 'Whom',
    required: true,
    defaultValue: '+1',
    minLength: 2,
    maxLength: 9,
    pattern: '^\\+',
  });
  expect(only({ type: 'integer', minimum: 1, maximum: 5 })).toMatchObject({
    label: 'x',
    required: false,
    minimum: 1,
    maximum: 5,
  });
});

test('a list keeps the limits of its items and of its length apart', () => {
  const items = { type: 'string', maxLength: 3 };
  expect(only({ type: 'array', items, minItems: 1, maxItems: 4 })).toMatchObject({
    kind: 'list',
    itemKind: 'string',
    maxLength: 3,
    minItems: 1,
    maxItems: 4,
  });
});

test('references within the document are followed, and words beside them win', () => {
  const { inputs } = flowInputs({
    definitions: { 'a/b': { type: 'integer', title: 'Far', maximum: 3 } },
    properties: { x: { $ref: '#/definitions/a~1b', title: 'Near' } },
  });
  expect(inputs[0]).toMatchObject({ kind: 'integer', label: 'Near', maximum: 3 });
});

test('a recursive schema ends in a JSON field', () => {
  const properties = { loop: { $ref: '#/properties/loop' }, self: { $ref: '#' } };
  const { inputs } = flowInputs({ type: 'object', properties });
  expect(inputs.map(({ kind }) => kind)).toEqual(['json', 'json']);
});

describe('a schema that names no inputs gives one field for all of them and says why', () => {
  test.each([
    [undefined, 'missing'],
    [null, 'missing'],
    [true, 'any'],
    [{}, 'any'],
    [{ type: 'object' }, 'any'],
    [false, 'unreadable'],
    ['{}', 'unreadable'],
    [[], 'unreadable'],
    [{ type: 'array' }, 'unreadable'],
    [{ properties: ['Flow.x'] }, 'unreadable'],
    [{ properties: null }, 'unreadable'],
  ])('%j is %s', (schema, note) => {
    const read = flowInputs(schema);
    expect(read.note).toBe(note);
    expect(read.inputs.map(({ name, kind }) => [name, kind])).toEqual([[everyInput, 'json']]);
  });
});

test('inputs named in the settings stand in where the schema names none', () => {
  expect(flowInputs(undefined, ['Flow.customerNumber'])).toEqual({
    inputs: [
      { name: 'Flow.customerNumber', label: 'customerNumber', kind: 'string', required: false },
    ],
    note: 'missing',
  });
});

test('a flow without inputs has none, and nothing is odd about it', () => {
  expect(flowInputs({ type: 'object', properties: {} })).toEqual({ inputs: [] });
});

test('500 inputs are read in the order of the schema', () => {
  const names = Array.from({ length: 500 }, (_, index) => `Flow.input${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const { inputs, note } = flowInputs({ properties });
  expect(inputs.map(({ name }) => name)).toEqual(names);
  expect(note).toBeUndefined();
});

test('beyond 1,000 inputs the required ones are kept, and a note says so', () => {
  const names = Array.from({ length: 1_200 }, (_, index) => `Flow.input${index}`);
  const properties = Object.fromEntries(names.map((name) => [name, { type: 'string' }]));
  const { inputs, note } = flowInputs({ properties, required: ['Flow.input1199'] });
  expect(inputs).toHaveLength(1_000);
  expect(inputs[0]?.name).toBe('Flow.input1199');
  expect(note).toBe('truncated');
});

test('hostile names are names like any other', () => {
  const schema: unknown = JSON.parse(
    '{"properties":{"__proto__":{"type":"string"},"constructor":{"type":"integer"}}}',
  );
  const { inputs } = flowInputs(schema);
  expect(inputs.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
  expect(({} as Record<string, unknown>).type).toBeUndefined();
});

test('a pattern that cannot be run is not used', () => {
  expect(only({ type: 'string', pattern: '(a)\\1' })?.pattern).toBeUndefined();
  expect(only({ type: 'string', pattern: '(' })?.pattern).toBeUndefined();
});

import { describe, expect, test } from 'vitest';
import { checkForm } from './check.ts';
import { emptyForm, type FormValue, setValue, withhold } from './form.ts';
import { everyInput, type FlowInput, flowInputs, type InputKind } from './input-schema.ts';

const inBerlin = () => 60;

function input(kind: InputKind, more: Partial<FlowInput> = {}): FlowInput {
  return { name: 'Flow.x', label: 'x', kind, required: false, ...more };
}

function check(given: FlowInput, held: FormValue, schema?: unknown) {
  const form = setValue(emptyForm, given.name, held);
  return checkForm([given], form, { schema, offsetAt: inBerlin });
}

describe('values are sent in the type that the flow asks for', () => {
  test.each<[FlowInput, FormValue, unknown]>([
    [input('string'), ' +1 555 ', ' +1 555 '],
    [input('string'), '   ', '   '],
    [input('integer'), ' 42 ', 42],
    [input('integer'), '+15550199888', 15_550_199_888],
    [input('integer'), '-0', 0],
    [input('number'), '1.50', 1.5],
    [input('number'), '-.5e1', -5],
    [input('boolean'), 'true', true],
    [input('boolean'), 'false', false],
    [input('choice', { choices: ['1', 2] }), '2', 2],
    [input('choice', { choices: ['1', 2] }), '1', '1'],
    [input('date'), '2026-02-28', '2026-02-28'],
    [input('date-time'), '2026-11-22T09:30', '2026-11-22T09:30:00+01:00'],
    [input('date-time'), '2026-11-22 09:30:15.5', '2026-11-22T09:30:15.5+01:00'],
    [input('date-time'), '2026-11-22T09:30:00z', '2026-11-22T09:30:00Z'],
    [input('date-time'), '2026-11-22T09:30-05:30', '2026-11-22T09:30:00-05:30'],
    [input('list', { itemKind: 'integer' }), ['1', '', '2'], [1, 2]],
    [input('list', { itemKind: 'string' }), ['a'], ['a']],
    [input('json'), '{"a":[1,null]}', { a: [1, null] }],
    [input('json'), '"text"', 'text'],
    [input('json'), '{"id":"12345678901234567890"}', { id: '12345678901234567890' }],
    [input('json'), '1234567890.5', 1234567890.5],
  ])('%j holding %j gives %j', (given, held, value) => {
    expect(check(given, held)).toEqual({ inputData: { 'Flow.x': value }, problems: [] });
  });
});

describe('an empty optional input is not sent, and without any there is no inputData', () => {
  test.each<[InputKind, FormValue]>([
    ['string', ''],
    ['integer', '  '],
    ['boolean', ''],
    ['choice', ''],
    ['date-time', ''],
    ['list', []],
    ['list', ['', '']],
    ['json', ' '],
    ['json', 'null'],
  ])('%s holding %j', (kind, held) => {
    const checked = check(input(kind), held);
    expect(checked).toEqual({ problems: [] });
    expect('inputData' in checked).toBe(false);
  });
});

describe('a value that cannot be sent is a problem', () => {
  test.each<[FlowInput, FormValue, string]>([
    [input('string', { required: true }), '', 'required'],
    [input('list', { required: true }), [''], 'required'],
    [input('json', { required: true }), 'null', 'required'],
    [input('integer'), '1.5', 'not_integer'],
    [input('integer'), '1e3', 'not_integer'],
    [input('integer'), 'ten', 'not_integer'],
    [input('integer'), '9007199254740993', 'unsafe_integer'],
    [input('number'), '1,5', 'not_number'],
    [input('number'), '1e400', 'not_number'],
    [input('number'), '0x10', 'not_number'],
    [input('number'), '9007199254740993', 'unsafe_integer'],
    [input('integer', { minimum: 3 }), '2', 'too_small'],
    [input('number', { maximum: 3 }), '3.1', 'too_great'],
    [input('string', { minLength: 2 }), '😀', 'too_short'],
    [input('string', { maxLength: 2 }), 'abc', 'too_long'],
    [input('string', { pattern: '^\\+' }), '555', 'pattern'],
    [input('boolean'), 'yes', 'not_boolean'],
    [input('choice', { choices: ['a'] }), 'b', 'not_choice'],
    [input('date'), '2026-02-30', 'not_date'],
    [input('date'), '22.11.2026', 'not_date'],
    [input('date-time'), '2026-02-30T09:30', 'not_date_time'],
    [input('date-time'), '2026-11-22T24:00', 'not_date_time'],
    [input('date-time'), 'tomorrow', 'not_date_time'],
    [input('list', { minItems: 2 }), ['a'], 'too_few'],
    [input('list', { maxItems: 1 }), ['a', 'b'], 'too_many'],
    [input('json'), '{"a":', 'not_json'],
    [input('json'), '+15550199888', 'not_json'],
    [input('json'), '{"id":12345678901234567890}', 'unsafe_integer'],
    [input('json', { name: everyInput }), '[]', 'not_object'],
    [input('string'), 'x'.repeat(1_000_001), 'too_big'],
    [input('json'), `"${'é'.repeat(600_000)}"`, 'too_big'],
  ])('case %#: %j', (given, held, code) => {
    const { inputData, problems } = check(given, held);
    expect(problems.map((problem) => [problem.input, problem.code])).toEqual([[given.name, code]]);
    expect(inputData).toBeUndefined();
  });
});

test('a problem in a list says in which item', () => {
  const { problems } = check(input('list', { itemKind: 'integer' }), ['1', 'two']);
  expect(problems).toEqual([{ input: 'Flow.x', code: 'not_integer', params: {}, item: 2 }]);
});

test('problems come in the order of the inputs, all at once', () => {
  const inputs = ['b', 'a'].map((name) => input('string', { name, required: true }));
  const { problems } = checkForm(inputs, emptyForm, { offsetAt: inBerlin });
  expect(problems.map((problem) => problem.input)).toEqual(['b', 'a']);
});

test('many values that are too big only together are refused, at the longest', () => {
  const inputs = ['a', 'b'].map((name) => input('string', { name }));
  const form = setValue(setValue(emptyForm, 'a', 'x'.repeat(400_000)), 'b', 'x'.repeat(700_000));
  const { problems } = checkForm(inputs, form, { offsetAt: inBerlin });
  expect(problems).toEqual([{ input: 'b', code: 'too_big', params: { limit: 1 } }]);
});

test('all inputs typed as one object are sent as they stand, but never null', () => {
  const typed = '{"Flow.a":1,"Flow.b":null,"__proto__":"p"}';
  const { inputData } = check(input('json', { name: everyInput }), typed);
  expect(JSON.stringify(inputData)).toBe('{"Flow.a":1,"__proto__":"p"}');
});

test('a problem with one of them shows at the field that holds them all', () => {
  const all = input('json', { name: everyInput });
  const { problems } = check(all, '{"a":"x"}', { additionalProperties: { type: 'integer' } });
  expect(problems).toEqual([{ input: everyInput, code: 'schema', params: { rule: 'type' } }]);
});

test('an input named __proto__ is sent as one', () => {
  const { inputData } = check(input('string', { name: '__proto__' }), 'x');
  expect(JSON.stringify(inputData)).toBe('{"__proto__":"x"}');
});

describe('the schema is the last net', () => {
  const problemsFor = (property: object, held: string) => {
    const schema = { type: 'object', properties: { 'Flow.x': property } };
    const [given] = flowInputs(schema).inputs;
    if (given === undefined) throw new Error('no input');
    return check(given, held, schema).problems.map(({ code, params }) => [code, params]);
  };

  test.each([
    [{ type: 'integer', multipleOf: 5 }, '7', ['schema', { rule: 'multipleOf' }]],
    [{ type: 'number', exclusiveMinimum: 3 }, '3', ['schema', { rule: 'exclusiveMinimum' }]],
    [{ type: 'string', format: 'email' }, 'nobody', ['format', { format: 'email' }]],
    [
      { type: 'object', properties: { a: { type: 'string' } } },
      '{"a":1}',
      ['schema', { rule: 'type' }],
    ],
    [{ type: 'object', required: ['a'] }, '{}', ['schema', { rule: 'required' }]],
  ])('%j refuses %s', (property, held, problem) => {
    expect(problemsFor(property, held)).toEqual([problem]);
  });

  test('accepts what it should', () => {
    expect(problemsFor({ type: 'integer', multipleOf: 5 }, '10')).toEqual([]);
    expect(problemsFor({ type: 'string', format: 'date-time' }, '2026-11-22T09:30')).toEqual([]);
  });
});

describe('a schema that cannot be used never stands in the way', () => {
  const deep = JSON.parse(`${'{"not":'.repeat(5_000)}{}${'}'.repeat(5_000)}`);
  test.each<[string, unknown]>([
    ['a reference to nowhere', { properties: { 'Flow.x': { $ref: '#/nowhere' } } }],
    ['a reference to elsewhere', { $ref: 'https://elsewhere.example/schema' }],
    ['an odd id', { id: 'urn schema:', properties: { 'Flow.x': { type: 'string' } } }],
    ['an unknown dialect', { $schema: 'about:blank', properties: {} }],
    ['types that do not exist', { properties: { 'Flow.x': { type: 'currency' } } }],
    ['a broken pattern', { properties: { 'Flow.x': { pattern: '(' } } }],
    ['a pattern that cannot be run here', { properties: { 'Flow.x': { pattern: '(y)\\1' } } }],
    ['required inputs that are not listed', { required: ['Flow.y'] }],
    ['no further inputs', { additionalProperties: false }],
    ['great depth', { properties: { 'Flow.y': deep } }],
    ['text', 'schema'],
    ['frozen', Object.freeze({ properties: Object.freeze({ 'Flow.x': Object.freeze({}) }) })],
  ])('%s', (_name, schema) => {
    expect(check(input('string'), 'x'.repeat(40), schema).problems).toEqual([]);
  });
});

describe('a value that is withheld', () => {
  const inputs = [input('string', { name: 'a' }), input('integer', { name: 'b', required: true })];
  const typed = setValue(setValue(emptyForm, 'a', 'text'), 'b', '7');

  test('is not sent, and is kept in the form', () => {
    const form = withhold(typed, 'a', true);
    const { inputData, problems } = checkForm(inputs, form, { offsetAt: inBerlin });
    expect({ inputData, problems }).toEqual({ inputData: { b: 7 }, problems: [] });
    expect(form.values).toEqual({ a: 'text', b: '7' });
    const again = checkForm(inputs, withhold(form, 'a', false), { offsetAt: inBerlin });
    expect(again.inputData).toEqual({ a: 'text', b: 7 });
  });

  test('is missed where it is required, and what is left can be sent all the same', () => {
    const form = withhold(typed, 'b', true);
    expect(checkForm(inputs, form, { offsetAt: inBerlin })).toEqual({
      sendable: { a: 'text' },
      problems: [{ input: 'b', code: 'required', params: {} }],
    });
  });
});

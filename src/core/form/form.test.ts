import { describe, expect, test } from 'vitest';
import { emptyForm, fillForm, heldValue, type OfferedValue, setValue } from './form.ts';
import type { FlowInput } from './input-schema.ts';
import { formOfInputs } from './of-inputs.ts';

function input(name: string, more: Partial<FlowInput> = {}): FlowInput {
  return { name, label: name, kind: 'string', required: false, ...more };
}

function offer(value: string): OfferedValue {
  return { value, source: { kind: 'link', field: 'customerNumber' } };
}

const phone = input('Flow.phone');

test('what is offered fills the form, with where it came from', () => {
  const form = fillForm([phone], { 'Flow.phone': offer('+1') });
  expect(form.values).toEqual({ 'Flow.phone': '+1' });
  expect(form.sources).toEqual({ 'Flow.phone': { kind: 'link', field: 'customerNumber' } });
});

test('a newer page refreshes what was not touched, and only that', () => {
  const inputs = [phone, input('Flow.note')];
  const first = fillForm(inputs, { 'Flow.phone': offer('+1'), 'Flow.note': offer('a') });
  const typed = setValue(first, 'Flow.phone', '+99');
  const second = fillForm(inputs, { 'Flow.phone': offer('+2'), 'Flow.note': offer('b') }, typed);
  expect(second.values).toEqual({ 'Flow.phone': '+99', 'Flow.note': 'b' });
  expect(second.sources['Flow.phone']).toBeUndefined();
});

test('an input emptied by hand stays empty', () => {
  const cleared = setValue(fillForm([phone], { 'Flow.phone': offer('+1') }), 'Flow.phone', '');
  expect(fillForm([phone], { 'Flow.phone': offer('+2') }, cleared).values).toEqual({
    'Flow.phone': '',
  });
});

test('a form filled as a launch was takes nothing from a page, which may be another customer’s', () => {
  const launched = formOfInputs({ 'Flow.phone': '+1', 'Flow.tags': ['a', 'b'], 'Flow.count': 3 });
  const inputs = [
    phone,
    input('Flow.note'),
    input('Flow.agree', { kind: 'boolean', required: true }),
  ];
  const form = fillForm(inputs, { 'Flow.phone': offer('+2'), 'Flow.note': offer('b') }, launched);
  expect(form.values).toEqual({ 'Flow.phone': '+1', 'Flow.tags': ['a', 'b'], 'Flow.count': '3' });
  const edited = fillForm(inputs, { 'Flow.note': offer('b') }, setValue(form, 'Flow.phone', '+9'));
  expect(edited.values['Flow.note']).toBeUndefined();
});

test('what a page no longer has does not linger', () => {
  const first = fillForm([phone], { 'Flow.phone': offer('+1') });
  expect(fillForm([phone], {}, first)).toEqual(emptyForm);
});

test('what was typed for one flow survives a look at another', () => {
  const typed = setValue(emptyForm, 'Flow.phone', '+99');
  const other = fillForm([input('Flow.other')], {}, typed);
  expect(fillForm([phone], {}, other).values).toEqual({ 'Flow.phone': '+99' });
});

test('a value chosen from the page keeps its source and counts as set by hand', () => {
  const form = setValue(emptyForm, 'Flow.phone', '+2', { source: { kind: 'text' } });
  expect(form.sources).toEqual({ 'Flow.phone': { kind: 'text' } });
  expect(form.touched).toEqual(['Flow.phone']);
});

describe('defaults of the flow', () => {
  test.each([
    [input('x', { defaultValue: 'hi' }), 'hi'],
    [input('x', { kind: 'integer', defaultValue: 5 }), '5'],
    [input('x', { kind: 'boolean', defaultValue: true }), 'true'],
    [input('x', { kind: 'boolean', required: true }), 'false'],
    [input('x', { kind: 'boolean' }), undefined],
    [input('x', { kind: 'json', defaultValue: { a: 1 } }), '{"a":1}'],
    [input('x', { kind: 'json', defaultValue: 'text' }), '"text"'],
    [input('x', { kind: 'list', itemKind: 'integer', defaultValue: [1, 2] }), ['1', '2']],
    [input('x', { defaultValue: null }), undefined],
    [input('x', { defaultValue: '' }), undefined],
  ])('%j starts as %j', (given, value) => {
    expect(fillForm([given], {}).values.x).toEqual(value);
  });

  test('give way to what the page offers', () => {
    expect(fillForm([input('x', { defaultValue: 'hi' })], { x: offer('ho') }).values.x).toBe('ho');
  });
});

describe('a value kept from a flow whose input of that name was of another kind', () => {
  test.each([
    [input('x', { kind: 'list' }), 'one', ['one']],
    [input('x', { kind: 'list' }), '', []],
    [input('x'), ['one', 'two'], 'one, two'],
  ])('for %j and %j is shown as %j', (given, held, shown) => {
    expect(heldValue(setValue(emptyForm, 'x', held), given)).toEqual(shown);
  });
});

test('an input named __proto__ is an input', () => {
  const form = setValue(emptyForm, '__proto__', 'x');
  expect(heldValue(form, input('__proto__'))).toBe('x');
  expect(heldValue(emptyForm, input('__proto__'))).toBe('');
  expect(heldValue(emptyForm, input('constructor'))).toBe('');
});

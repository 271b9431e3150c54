import { describe, expect, test } from 'vitest';
import { emptyForm, type Form, setValue } from './form.ts';
import { confirmHere, onPage, typedElsewhere, untouch, withoutPage } from './origin.ts';

const alice = { documentId: 'A', address: 'https://crm.example/1', title: 'Alice Martin' };
const bruno = { documentId: 'B', address: 'https://crm.example/2', title: 'Bruno Keller' };
const alicesNotes = { ...alice, address: `${alice.address}#notes` };

const chosen = setValue(emptyForm, 'number', '+1', { source: { kind: 'link' }, origin: alice });
const typed = setValue(emptyForm, 'number', '+2', { origin: alice });
const pasted = setValue(emptyForm, 'number', '+3', {
  source: { kind: 'checked-request' },
  origin: alice,
});
const unknown = setValue(emptyForm, 'number', '+4');

const ofAlice = { ...alice, about: { customerNumber: '+1' } };
const ofBruno = { ...alice, about: { customerNumber: '+9', customerName: 'Bruno' } };

describe('a value of another page', () => {
  test.each<[string, Form, object, Record<string, string>]>([
    ['taken from it is gone', chosen, bruno, {}],
    ['taken from it is gone under another address, too', chosen, alicesNotes, {}],
    ['taken from this page stays', chosen, alice, { number: '+1' }],
    [
      'taken from it is gone when the page says another customer, under the same address',
      setValue(emptyForm, 'number', '+1', { source: { kind: 'link' }, origin: ofAlice }),
      ofBruno,
      {},
    ],
    ['stays while the page says more than before', chosen, ofAlice, { number: '+1' }],
    ['that was typed stays', typed, bruno, { number: '+2' }],
    ['that was pasted stays', pasted, bruno, { number: '+3' }],
    ['that does not say where it was typed stays', unknown, bruno, { number: '+4' }],
  ])('%s', (_, form, front, values) => {
    const there = onPage(form, front as typeof alice);
    expect(there.values).toEqual(values);
    expect(there.touched).toEqual(Object.keys(values));
  });

  test('that was typed is known as such until it is confirmed, changed or emptied', () => {
    expect(typedElsewhere(typed, alice)).toEqual({});
    expect(typedElsewhere(typed, undefined)).toEqual({});
    const there = onPage(typed, bruno);
    expect(typedElsewhere(there, bruno)).toEqual({ number: alice });
    expect(typedElsewhere(confirmHere(there, 'number', bruno), bruno)).toEqual({});
    expect(typedElsewhere(setValue(there, 'number', '+9', { origin: bruno }), bruno)).toEqual({});
    expect(typedElsewhere(setValue(there, 'number', '', { origin: alice }), bruno)).toEqual({});
    const ofCustomer = setValue(emptyForm, 'number', '+2', { origin: ofAlice });
    expect(typedElsewhere(ofCustomer, ofBruno)).toEqual({ number: ofAlice });
  });
});

test('a value that does not say where it was typed counts as typed on the first page that is known', () => {
  const there = onPage(unknown, alice);
  expect(typedElsewhere(there, alice)).toEqual({});
  expect(typedElsewhere(onPage(there, bruno), bruno)).toEqual({ number: alice });
});

test('while no page is known, nothing that was taken from a page is shown', () => {
  expect(withoutPage(chosen).values).toEqual({});
  expect(withoutPage(typed)).toBe(typed);
});

test('the page fills an input again once its value was given up', () => {
  expect(untouch(typed, 'number')).toEqual({ ...emptyForm, origins: {} });
});

test('a form that has nothing of another page is the very same', () => {
  expect(onPage(typed, alice)).toBe(typed);
  expect(onPage(emptyForm, alice)).toBe(emptyForm);
});

test('an input called __proto__ is an input', () => {
  const form = setValue(emptyForm, '__proto__', '+2', { origin: alice });
  expect(Object.keys(typedElsewhere(onPage(form, bruno), bruno))).toEqual(['__proto__']);
});

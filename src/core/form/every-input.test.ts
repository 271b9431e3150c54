import { describe, expect, test } from 'vitest';
import { offerOfEvery, withMissing } from './every-input.ts';
import { emptyForm, type Form, setValue } from './form.ts';
import { everyInput } from './input-schema.ts';
import type { PageFields } from './mapping.ts';

const number = '+15550199888';

function pageWith(fields: Readonly<Record<string, string>>, filled = true): PageFields {
  const all = Object.entries(fields).map(([name, value]) => {
    const best = { value, shown: value, source: { kind: 'link' } } as const;
    return [name, { best, others: [], filled }] as const;
  });
  return { fields: Object.fromEntries(all) };
}

const typed = (value: string): Form => setValue(emptyForm, everyInput, value);
const textIn = (form: Form) => form.values[everyInput];

describe('the inputs of a flow that the person may not view', () => {
  test('begin with the customer’s number of the page, and where it is from', () => {
    const { offered } = offerOfEvery(pageWith({ customerNumber: number }))[everyInput] ?? {};
    expect(JSON.parse(offered?.value ?? '')).toEqual({ 'Flow.customerNumber': number });
    expect(offered?.source.kind).toBe('link');
  });

  test.each<[string, PageFields]>([
    ['is not sure', pageWith({ customerNumber: number }, false)],
    ['is not there', pageWith({ email: 'ada@example.com' })],
  ])('begin empty where the number %s', (_, page) => {
    expect(offerOfEvery(page)[everyInput]).toEqual({ candidates: [] });
  });
});

describe('an input that a run was missing', () => {
  const page = pageWith({ customerNumber: number, email: 'ada@example.com' });

  test.each([
    ['with the page’s value', '', 'Flow.email', { 'Flow.email': 'ada@example.com' }],
    ['beside what is there', '{"Flow.a": 1}', 'Flow.phone', { 'Flow.a': 1, 'Flow.phone': number }],
    ['empty where the page says nothing', '', 'Flow.reason', { 'Flow.reason': '' }],
    ['as its own, whatever it is called', '', '__proto__', JSON.parse('{"__proto__": ""}')],
  ])('is added %s', (_, before, name, expected) => {
    const text = textIn(withMissing(typed(before), name, page));
    expect(JSON.parse(String(text))).toEqual(expected);
  });

  test.each(['{"Flow.email": "typed@example.com"}', '[1]', '{"Flow.em'])(
    'leaves %s as it is',
    (text) => {
      const form = typed(text);
      expect(withMissing(form, 'Flow.email', page)).toBe(form);
    },
  );
});

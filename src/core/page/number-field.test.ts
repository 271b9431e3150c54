import { describe, expect, test } from 'vitest';
import { pageContext } from './context.ts';
import { parsePageSnapshot } from './snapshot.ts';

type Facts = readonly Readonly<Record<string, unknown>>[];

function numberOf(facts: Facts, language = 'en-US') {
  const page = { url: 'https://www.example.com/', title: '', language, complete: true, facts };
  const parsed = parsePageSnapshot(page);
  if (!parsed.ok) throw new Error(parsed.failure.code);
  return pageContext(parsed.value, { defaultCountry: 'US' }).fields.customerNumber;
}

const ann = { kind: 'heading', name: 'h1', value: 'Ann Example' };
const phone = { kind: 'pair', label: 'Phone', value: '(212) 555-0143', place: 'viewport' };
const mobile = { kind: 'pair', label: 'Mobile', value: '(212) 555-0187', place: 'viewport' };
const row = (name: string, value: string, place = 'viewport') => ({
  kind: 'text',
  value,
  label: 'Phone',
  place,
  within: name,
});

/** What fills a form, or nothing where the page does not say surely enough whom to call. */
const cases: readonly (readonly [what: string, facts: Facts, fills: string | undefined])[] = [
  ['the only number, without any label', [{ kind: 'text', value: '(212) 555-0143' }], '2125550143'],
  ['the mobile of a person who has a telephone, too', [ann, phone, mobile], '2125550187'],
  ['the mobile, wherever it stands', [ann, mobile, phone], '2125550187'],
  [
    'one of several persons alike',
    [row('Ann Example', '(212) 555-0143'), row('Bob Stone', '(212) 555-0187')],
    undefined,
  ],
  [
    'the one of several persons that is in view: the others are further down',
    [row('Ann Example', '(212) 555-0143'), row('Bob Stone', '(212) 555-0187', 'rest')],
    undefined,
  ],
  [
    'one of a list of firms',
    ['Acme', 'Globex', 'Initech'].map((name, at) => row(name, `(212) 555-014${at}`)),
    undefined,
  ],
  [
    'the first of two offices of a firm',
    [row('Main office', '(212) 555-0143'), row('Branch office', '(212) 555-0187')],
    '2125550143',
  ],
  [
    'a number in the footer',
    [{ kind: 'text', value: 'Acme, Tel. (212) 555-0143', region: 'footer' }],
    undefined,
  ],
  [
    'a contact in a margin where the page shows no record',
    [{ kind: 'text', value: 'Telephone: (212) 555-0143', region: 'aside' }],
    '2125550143',
  ],
  [
    'a contact in a margin beside a person',
    [ann, { kind: 'text', value: 'Telephone: (212) 555-0143', region: 'aside' }],
    undefined,
  ],
  [
    'a hotline beside an order',
    [
      { kind: 'pair', label: 'Order no.', value: '4711' },
      { kind: 'text', value: 'Support hotline: (212) 555-0143', place: 'viewport' },
    ],
    undefined,
  ],
  [
    'the number behind another name than the heading',
    [ann, { kind: 'text', value: 'Bob Stone: (212) 555-0143', label: 'Ann Example' }],
    undefined,
  ],
  [
    'what forms show as an example',
    [{ kind: 'text', value: 'Telephone: (123) 456-7890', place: 'viewport' }],
    undefined,
  ],
  [
    'an example where the page says whose number it is',
    [{ kind: 'pair', label: 'Mobile', value: '+61 412 345 678' }],
    '61412345678',
  ],
  [
    'a number of the same plan in another country',
    [{ kind: 'text', value: '(416) 555-1234', place: 'viewport' }],
    '4165551234',
  ],
];

describe('a form is filled only where the page leaves no doubt', () => {
  test.each(cases)('%s', (_, facts, fills) => {
    const field = numberOf(facts);
    expect(field).toBeDefined();
    const filled = field?.filled ? field.best.value.replace(/^\+1?/, '') : undefined;
    expect(filled).toBe(fills);
  });
});

describe('digits in threes, as counts of thousands have them,', () => {
  const fills = (fact: Facts[number]) => numberOf([{ kind: 'pair', ...fact }], 'es')?.filled;

  test.each([
    ['fill nothing where no word says that they are called', 'Visitas', '612 345 678', false],
    ['fill a form behind such a word', 'Móvil', '612 345 678', true],
    ['fill a form behind a name', 'Lucía Prado', '612 345 678', true],
    ['fill a form with their country', 'Visitas', '+34 612 345 678', true],
  ])('%s', (_, label, value, filled) => {
    expect(fills({ label, value })).toBe(filled);
  });
});

test('what does not fill a form is offered all the same', () => {
  const field = numberOf([
    row('Ann Example', '(212) 555-0143'),
    row('Bob Stone', '(212) 555-0187'),
  ]);
  expect([field?.best, ...(field?.others ?? [])].map((one) => one?.value)).toEqual([
    '+12125550143',
    '+12125550187',
  ]);
});

test.each([
  ['an in-house number in a field for telephones', { label: 'Phone', value: '6002' }, '6002'],
  ['a year in such a field of another kind', { label: 'Founded', value: '1998' }, undefined],
  ['an extension by itself', { label: 'Ext.', value: '6002' }, undefined],
  ['digits with a word', { label: 'Phone', value: '6002 (days)' }, undefined],
])('%s is offered and fills nothing', (_, pair, value) => {
  const field = numberOf([{ kind: 'pair', ...pair }]);
  expect(field?.best.value).toBe(value);
  expect(field?.filled ?? false).toBe(false);
});

describe('what was selected is certain', () => {
  const selected = { kind: 'selection', value: '(212) 555-0187', place: 'selection' };

  test('also where a field that is surer by itself holds the same number', () => {
    const field = { ...mobile, place: 'selection' };
    const { best, filled } = numberOf([selected, ann, phone, field]) ?? {};
    expect(best).toMatchObject({ source: { kind: 'selection' }, certainty: 'certain' });
    expect(filled).toBe(true);
  });

  test('also where everything else speaks for another number', () => {
    const link = { kind: 'link', value: 'tel:+12125550143', label: 'Phone', place: 'selection' };
    const { best } = numberOf([selected, ann, link]) ?? {};
    expect(best?.value).toBe('+12125550187');
  });
});

import { describe, expect, test } from 'vitest';
import { peopleOf } from './candidate.ts';
import { pageContext } from './context.ts';
import { peopleNamed } from './person-name.ts';
import type { PageFact } from './snapshot.ts';

const alice = row('Alice Martin', 'tel:+15550199888', 'mailto:alice@bakery.example');
const bruno = row('Bruno Keller', 'tel:+493023125555', 'mailto:bruno@keller.example');

function row(name: string, ...links: string[]): PageFact[] {
  return links.map((value) => ({ kind: 'link', value, within: name, place: 'viewport' }));
}

function read(facts: readonly PageFact[]) {
  const page = { url: 'https://crm.example/', title: '', language: 'en', complete: true };
  return pageContext({ ...page, facts: [...facts] }, { defaultCountry: 'US' }).fields;
}

describe('a list of several people', () => {
  test('has each of them by name, with their number', () => {
    const people = peopleOf(read([...alice, ...bruno]).customerNumber);
    expect(people.map(({ name, number }) => [name, number.value])).toEqual([
      ['Alice Martin', '+15550199888'],
      ['Bruno Keller', '+493023125555'],
    ]);
  });

  test('fills in no email address', () => {
    const { email } = read([...alice, ...bruno]);
    expect(email).toMatchObject({ filled: false, best: { source: { person: 'Alice Martin' } } });
  });

  test('beside a record, does not give that record an email address', () => {
    const record: PageFact[] = [
      { kind: 'heading', name: 'h1', value: 'Ann Example', place: 'viewport' },
      { kind: 'pair', label: 'Phone', value: '(212) 555-0143', place: 'viewport' },
    ];
    expect(read([...record, ...alice, ...bruno]).email?.filled).toBe(false);
  });

  test('asks nothing where one number was clicked', () => {
    const clicked: PageFact = { kind: 'clicked-link', value: 'tel:+493023125555' };
    expect(peopleOf(read([clicked, ...alice, ...bruno]).customerNumber)).toEqual([]);
  });
});

describe('the way to reach one of several people', () => {
  const bySms = row('Bruno Keller', 'sms:+493023125555');

  test.each<[string, PageFact[], boolean]>([
    ['is filled in where it is the same for all', [...alice, ...bruno], true],
    ['is offered where another has another one', [...alice, ...bySms], false],
  ])('%s', (_, facts, filled) => {
    expect(read(facts).contactType).toMatchObject({ filled });
  });
});

describe('of a list of people only one of whom has a number', () => {
  const only: PageFact = {
    kind: 'text',
    value: '(212) 555-0143',
    label: 'Phone',
    place: 'viewport',
    within: 'Alice Martin',
  };
  const head: PageFact = { kind: 'heading', name: 'h1', value: 'Alice Martin', place: 'viewport' };

  test('it is offered with that person’s name, and fills nothing', () => {
    const { customerNumber } = read([{ ...only, alike: 'Bruno Keller' }]);
    expect(customerNumber).toMatchObject({
      filled: false,
      best: { value: '+12125550143', source: { person: 'Alice Martin' } },
    });
  });

  test('nor does it where the table has two columns, so that the name labels the number', () => {
    const pair: PageFact = { kind: 'pair', value: only.value, label: 'Alice Martin' };
    const { customerNumber } = read([pair, { ...only, alike: 'Bruno Keller' }]);
    expect(customerNumber).toMatchObject({
      filled: false,
      best: { source: { person: 'Alice Martin' } },
    });
  });

  test.each<[string, PageFact[]]>([
    ['the page is about that person', [head, { ...only, alike: 'Bruno Keller' }]],
    ['nobody else stands beside', [only]],
    ['what stands beside is no person', [{ ...only, alike: 'Opening hours\nBerlin office' }]],
    ['the same person stands beside', [{ ...only, alike: 'Dr. Alice Martin' }]],
  ])('it fills the form where %s', (_, facts) => {
    expect(read(facts).customerNumber?.filled).toBe(true);
  });
});

test.each<[string, PageFact[]]>([
  ['one person', alice],
  ['no numbers', row('Alice Martin', 'mailto:alice@bakery.example')],
])('a page with %s asks nothing', (_, facts) => {
  expect(peopleOf(read(facts).customerNumber)).toEqual([]);
});

test('the only person’s email address fills a form', () => {
  expect(read(alice).email).toMatchObject({ filled: true });
});

test.each<[string, string[], string[]]>([
  ['one name twice', ['Alice Martin', 'Alice Martin'], ['Alice Martin']],
  ['a name with a title', ['Dr. Alice Martin', 'Alice Martin'], ['Alice Martin']],
  ['an office beside it', ['Alice Martin Chef', 'Alice Martin'], ['Alice Martin']],
  ['the family name first', ['Martin, Alice', 'Alice Martin'], ['Alice Martin']],
  ['one first name', ['Alice Martin', 'Alice Meyer'], ['Alice Martin', 'Alice Meyer']],
  ['two people', ['Alice Martin', 'Bruno Keller'], ['Alice Martin', 'Bruno Keller']],
])('people by their shortest names: %s', (_, names, people) => {
  expect([...new Set(peopleNamed(names).values())].sort()).toEqual(people);
});

import { expect, test } from 'vitest';
import { showsRecord } from './fields.ts';
import type { PageFact } from './snapshot.ts';

const cases: readonly (readonly [shows: boolean, fact: PageFact, url?: string])[] = [
  [true, { kind: 'heading', name: 'h1', value: 'Ann Example' }],
  [false, { kind: 'heading', name: 'h2', value: 'Ann Example' }],
  [false, { kind: 'heading', name: 'h1', value: 'Contact us' }],
  [true, { kind: 'pair', label: 'Name', value: 'Ann Example' }],
  [true, { kind: 'pair', label: 'Order no.', value: '4711' }],
  [true, { kind: 'text', value: 'Kundennummer 4711 0815' }],
  [false, { kind: 'text', value: 'Customer service: 800 555 0100' }],
  [false, { kind: 'pair', label: 'HRB', value: '12345' }],
  [true, { kind: 'json-ld', name: 'Person.name', value: 'Ann Example' }],
  [false, { kind: 'json-ld', name: 'NewsArticle.author:Person.name', value: 'Ann Example' }],
  [false, { kind: 'input', label: 'Full Name*', value: 'Full Name' }],
  [true, { kind: 'text', value: 'Hello' }, 'https://crm.example.com/contacts/4711'],
  [true, { kind: 'text', value: 'Hello' }, 'https://apps.mypurecloud.de/directory/'],
];

test.each(cases.map(([shows, fact, url]) => ({ shows, fact, url })))(
  '$shows: $fact',
  ({ shows, fact, url = 'https://www.example.com/' }) => {
    expect(showsRecord({ url, facts: [fact] })).toBe(shows);
  },
);

import { expect, test } from 'vitest';
import { factKey, wantedFor } from './look.ts';

const number = { kind: 'text', label: 'Phone', value: '(415) 555-2671' } as const;

test('a look wants the values of its facts', () => {
  const address = { kind: 'link', value: 'mailto:ann@example.com' } as const;
  const facts = [factKey(number), factKey(address)];
  expect(wantedFor({ facts })).toEqual(['(415) 555-2671', 'mailto:ann@example.com']);
});

test.each([['no JSON'], ['["text","Phone"]'], ['{"kind":"text"}']])(
  'a look whose facts cannot be read (%s) wants the page as a whole',
  (fact) => {
    expect(wantedFor({ facts: [factKey(number), fact] })).toBeUndefined();
  },
);

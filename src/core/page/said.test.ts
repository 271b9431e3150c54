import { expect, test } from 'vitest';
import { pageContext } from './context.ts';
import { type Said, withSaid } from './said.ts';

const page = {
  url: 'https://crm.example.com/',
  title: 'Ann',
  language: 'en',
  complete: true,
  facts: [{ kind: 'link', value: 'tel:+15550199888', place: 'viewport' } as const],
};
const clicked = { text: '+1 415 555 2671', label: 'Mobile', at: 1 };

test.each<[string, Said, string, string]>([
  ['typed in the address bar', { number: '(415) 555-2671' }, '+14155552671', 'address-bar'],
  ['selected', { selection: 'call +1 415 555 2671 now' }, '+14155552671', 'selection'],
  ['in the link under the menu', { link: 'tel:+14155552671' }, '+14155552671', 'clicked-link'],
  ['in the element under the menu', { text: clicked }, '+14155552671', 'clicked-text'],
  [
    'selected, rather than what the element says',
    { selection: '+1 212 555 0143', text: clicked },
    '+12125550143',
    'selection',
  ],
])('a number that was %s comes before what the page says', (_, said, value, kind) => {
  const best = (read: typeof page | undefined) =>
    pageContext(withSaid(read, said), { defaultCountry: 'US' }).fields.customerNumber;
  expect(best(page)).toMatchObject({ best: { value, source: { kind } }, filled: true });
  // A page that cannot be read, such as a file, is no reason to lose it.
  expect(best(undefined)).toMatchObject({ best: { value, source: { kind } }, filled: true });
});

test('nothing that was said changes nothing', () => {
  expect(withSaid(page, {})).toEqual(page);
});

import { expect, test } from 'vitest';
import { intentionLasts, isIntended } from './intention.ts';

const at = 1_700_000_000_000;
const page = { tabId: 1, documentId: 'A', address: 'https://crm.example.com/1', readAt: at };
const intention = { at, document: page };

test.each([
  ['on its page, at once', page, 0, true],
  ['on its page, at the last moment', page, intentionLasts, true],
  ['after it is over', page, intentionLasts + 1, false],
  ['after the clock was set back', page, -1, false],
  ['on another page', { ...page, documentId: 'B' }, 0, false],
  [
    'on the same document under another address',
    { ...page, address: `${page.address}#2` },
    0,
    false,
  ],
  ['while it is not known which page is in front', undefined, 0, true],
])('an intention %s: %s', (_, front, age, expected) => {
  expect(isIntended(intention, front, at + age)).toBe(expected);
});

test('an intention of a page that could not be read goes by its age alone', () => {
  const unread = { at, document: undefined };
  expect(isIntended(unread, page, at + intentionLasts)).toBe(true);
  expect(isIntended(unread, page, at + intentionLasts + 1)).toBe(false);
});

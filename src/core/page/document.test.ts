import { expect, test } from 'vitest';
import { isSamePage } from './document.ts';

const page = { documentId: 'A', address: 'https://crm.example.com/contacts/1#phone' };

test.each([
  ['the same', page, true],
  ['another document of the same address', { ...page, documentId: 'B' }, false],
  ['another address in the same document', { ...page, address: `${page.address}s` }, false],
  ['none', undefined, false],
])('a page and %s', (_, other, expected) => {
  expect(isSamePage(page, other)).toBe(expected);
  expect(isSamePage(other, page)).toBe(expected);
});

test('no page is not the same as no page', () => {
  expect(isSamePage(undefined, undefined)).toBe(false);
});

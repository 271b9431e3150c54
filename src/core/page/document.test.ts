import { expect, test } from 'vitest';
import { isSamePage, unreadPage } from './document.ts';

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

const unread = unreadPage(7, page.address, 1_000);

test.each([
  ['of the same address', page, true],
  ['that was there before', { ...page, loadedAt: 999 }, true],
  ['that was loaded later', { ...page, loadedAt: 1_001 }, false],
  ['of another address', { ...page, address: 'https://crm.example.com/' }, false],
  ['that could not be read either', unreadPage(7, page.address, 2_000), true],
])('a page that could not be read and one %s', (_, other, expected) => {
  expect(isSamePage(unread, other)).toBe(expected);
  expect(isSamePage(other, unread)).toBe(expected);
});

test('no page is not the same as no page', () => {
  expect(isSamePage(undefined, undefined)).toBe(false);
});

test('two pages of which the browser tells no address are not one, but each is itself', () => {
  const [one, other] = [unreadPage(7, '', 1_000), unreadPage(7, '', 2_000)];
  expect(isSamePage(one, other)).toBe(false);
  expect(isSamePage(one, one)).toBe(true);
});

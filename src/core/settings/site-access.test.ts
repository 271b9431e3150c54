import { expect, test } from 'vitest';
import type { Connection } from './settings.ts';
import { connectionsSharing, isAmong, sitesOf } from './site-access.ts';

test.each([
  [['https://crm.example.com/contacts/*'], ['https://crm.example.com/*']],
  [['*://crm.example.com/*', 'https://crm.example.com/a*'], ['https://crm.example.com/*']],
  [['http://127.0.0.1:4711/crm/*'], ['http://127.0.0.1/*']],
  [['https://*/*', '<all_urls>', 'https://*.example.com/*', 'file:///x/*', ''], []],
])('%j are the sites %j', (match, sites) => expect(sitesOf(match)).toEqual(sites));

test.each([
  [true, 'https://crm.example.com/contacts/1'],
  [false, 'https://crm.example.com.evil.example/contacts/1'],
  [false, 'http://crm.example.com/'],
  [false, ''],
])('%s for %s', (expected, address) =>
  expect(isAmong(['https://crm.example.com/*'], address)).toBe(expected),
);

test('a site that a connection talks to keeps its permission', () => {
  const connection = (loginUrl: string) =>
    ({ environment: { region: 'custom', loginUrl } }) as Connection;
  expect(connectionsSharing('https://a.example/*', [connection('https://a.example')])).toBe(true);
  expect(connectionsSharing('https://a.example/*', [connection('https://b.example')])).toBe(false);
});

import { expect, test } from 'vitest';
import { neverMatches } from './never-matches.ts';

test.each([
  ['https://crm.example.com/*', undefined],
  ['https://*/*', undefined],
  ['<all_urls>', undefined],
  ['https://crm.example.com:8443/a?b=*', undefined],
  ['https://crm.example.com:99999/*', { reason: 'port', instead: 'https://crm.example.com/*' }],
  [
    'https://crm.example.com/#/contacts/*',
    { reason: 'fragment', instead: 'https://crm.example.com/*' },
  ],
  ['https://bücher.example/*', { reason: 'host', instead: 'https://xn--bcher-kva.example/*' }],
  ['https://*.bücher.example/*', { reason: 'host', instead: 'https://*.xn--bcher-kva.example/*' }],
  ['https://crm example/*', { reason: 'host', instead: '' }],
  [
    'https://crm.example.com/my page/*',
    { reason: 'path', instead: 'https://crm.example.com/my%20page/*' },
  ],
  ['https://crm.example.com/a/../b', { reason: 'path', instead: 'https://crm.example.com/b' }],
  ['https://chromewebstore.google.com/*', { reason: 'store', instead: '' }],
])('%s', (pattern, never) => {
  expect(neverMatches(pattern)).toEqual(never);
});

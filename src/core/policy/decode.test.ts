import { expect, test } from 'vitest';
import { decode } from './decode.ts';

const text = '{"executionName":"Grüße 😀"}';
const utf16be = (said: string) => {
  const bytes = Buffer.from(said, 'utf16le');
  return new Uint8Array(bytes.swap16());
};

test.each<[string, Uint8Array, string]>([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
  ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16'],
  ['UTF-16 of the other order with a mark', utf16be(`\uFEFF${text}`), 'utf-16'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16'],
  ['UTF-16 of the other order without a mark', utf16be(text), 'utf-16'],
])('%s is read', (_, bytes, encoding) => {
  expect(decode(bytes)).toEqual({ ok: true, value: { text, encoding } });
});

test('nothing is text, too', () => {
  expect(decode(new Uint8Array())).toMatchObject({ value: { text: '' } });
});

test.each<[string, Uint8Array, object]>([
  ['a binary property list', Buffer.from('bplist00…'), { reason: 'bplist' }],
  ['an archive', Buffer.from('PK\x03\x04…'), { reason: 'zip' }],
  [
    'a policy of Windows in its own form',
    Buffer.from('PReg\x01\0\0\0'),
    { reason: 'registry_pol' },
  ],
  ['a signed profile', Uint8Array.of(0x30, 0x82, 0x10, 0x20), { reason: 'signed' }],
  ['bytes', Buffer.from('ab\0cd'), { reason: 'binary' }],
])('%s is named', (_, bytes, params) => {
  expect(decode(bytes)).toMatchObject({ failure: { code: 'file-not-text', params } });
});

test('a file of an older encoding is refused, with the place of its first letter that is no UTF-8', () => {
  const bytes = Buffer.from('{\n  "a": "Grüße"\n}', 'latin1');
  const failure = {
    code: 'file-not-text',
    params: { reason: 'encoding', line: 2, column: 11 },
  };
  expect(decode(bytes)).toEqual({ ok: false, failure });
});

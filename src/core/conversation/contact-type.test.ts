import { expect, test } from 'vitest';
import { defaultContactTypes } from '../settings/settings.ts';
import { contactTypeOf } from './contact-type.ts';
import type { MediaType } from './leg.ts';

test.each<[MediaType, string | undefined, readonly string[], string | undefined]>([
  ['call', undefined, defaultContactTypes, 'Voice'],
  ['callback', undefined, defaultContactTypes, 'Callback'],
  ['chat', undefined, defaultContactTypes, 'Chat'],
  ['email', undefined, defaultContactTypes, 'Email'],
  ['message', 'sms', defaultContactTypes, 'SMS'],
  ['message', 'whatsapp', defaultContactTypes, 'Message'],
  ['message', 'webmessaging', defaultContactTypes, 'Message'],
  ['message', '__proto__', defaultContactTypes, 'Message'],
  ['message', undefined, defaultContactTypes, 'Message'],
  ['social', undefined, defaultContactTypes, 'Message'],
  ['callback', undefined, ['Phone', 'E-Mail'], 'Phone'],
  ['email', undefined, ['Phone', 'E-Mail'], 'E-Mail'],
  ['message', 'whatsapp', ['Messaging', 'WhatsApp'], 'WhatsApp'],
  ['message', 'webmessaging', ['web-messaging', 'Message'], 'web-messaging'],
  ['call', undefined, ['Fax'], undefined],
  ['call', undefined, [], undefined],
])('%s %s in %j is %s', (media, platform, names, expected) => {
  expect(contactTypeOf({ media, platform }, names)).toBe(expected);
});

test('an unknown medium has none', () => {
  expect(contactTypeOf({ media: undefined, platform: undefined }, ['Voice'])).toBeUndefined();
});

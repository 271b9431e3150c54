import type { Conversation } from './conversation.ts';

/** What organizations call a medium, the most telling word first. Compared by letters alone. */
const words = {
  callback: ['callback', 'scheduled callback', 'voice', 'call', 'phone'],
  call: ['voice', 'call', 'phone', 'telephone'],
  chat: ['chat', 'web chat', 'live chat', 'message'],
  email: ['email', 'mail'],
  social: ['social', 'social media', 'message'],
  sms: ['sms', 'text', 'text message', 'message'],
  message: ['message', 'messaging', 'chat'],
} as const;

/** What a platform of messages is called where an organization has a word of its own for it. */
const platforms = new Map<string, readonly string[]>([
  ['sms', words.sms],
  ['webmessaging', ['web messaging', 'web message', ...words.message]],
]);

/**
 * How the customer is talked to, in the organization's own words; `undefined` where none of them fits
 * or the medium is unknown.
 *
 * @param names the organization's contact types
 */
export function contactTypeOf(
  { media, platform = '' }: Pick<Conversation, 'media' | 'platform'>,
  names: readonly string[],
): string | undefined {
  if (media === undefined) return undefined;
  const byPlatform = platforms.get(platform.toLowerCase()) ?? [platform, ...words.message];
  const wanted = media === 'message' ? byPlatform : words[media];
  return wanted
    .map((word) => names.find((name) => lettersOf(name) === lettersOf(word)))
    .find((name) => name !== undefined);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

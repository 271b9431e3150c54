import { cleanText } from '../base/clean-text.ts';
import { percentDecoded } from '../base/percent.ts';

/**
 * What an address of a participant says.
 *
 * - `number`: a telephone number in E.164.
 * - `digits`: digits that are no E.164, such as an extension or a number as a network wrote it.
 * - `email`: an email address.
 * - `withheld`: the caller's network says that it hands over no number.
 * - `user`: a user of the organization, whom no customer is.
 * - `other`: anything else, such as the opaque ID of a web messaging guest.
 */
export type Address =
  | { kind: 'number' | 'digits'; number: string; extension?: string }
  | { kind: 'email'; email: string }
  | { kind: 'withheld' | 'user' | 'other' };

/**
 * Reads the address of a participant: `tel:+16065550100`, `sip:30005@video.example;language=en-US`,
 * `sip:unknown@localhost`, `ada@example.com`, with or without their scheme. `undefined` where there
 * is nothing to read.
 *
 * The `tel:` form is RFC 3966, the `sip:` form RFC 3261. A user of the organization has an address
 * such as `sip:642c…+acme.orgspan.com@localhost`.
 */
export function readAddress(raw: string | undefined): Address | undefined {
  const text = cleanText(raw ?? '').trim();
  if (text === '') return undefined;
  const [, scheme = '', rest = ''] = /^(?:(tel|sips?|mailto):)?(.*)$/is.exec(text) ?? [];
  const [target = '', ...parameters] = rest.split(/[;?]/);
  const user = percentDecoded(target.replace(/^\/\//, '')).trim();
  if (/^sip/i.test(scheme)) return ofSip(user, parameters);
  if (scheme === '' || /^mailto$/i.test(scheme)) {
    if (emailShape.test(user)) return { kind: 'email', email: user };
  }
  return ofNumber(user, parameters);
}

/**
 * Whether two numbers are the same. One that is no E.164 may lack its country: then the digits that
 * it has must be the last ones of the other, eight of them at least.
 */
export function isSameNumber(one: string, other: string): boolean {
  const [a, b] = [one.replace(/\D/g, ''), other.replace(/\D/g, '')];
  if (a === b) return a !== '';
  if (one.startsWith('+') === other.startsWith('+')) return false;
  const [whole, part] = one.startsWith('+') ? [a, b] : [b, a];
  const telling = part.replace(/^0+/, '');
  return telling.length >= 8 && whole.endsWith(telling);
}

/** Whether two email addresses are the same, in whatever case they are written. */
export function isSameEmail(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

const emailShape =
  /^[\p{L}\d.!#$%&'*+/=?^_`{|}~-]{1,64}@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,24}$/u;

/** https://www.rfc-editor.org/rfc/rfc3323#section-4.1.1.3: `sip:anonymous@anonymous.invalid` */
const withheldWords =
  /^(?:anonymous|restricted|unavailable|unknown|private|withheld|blocked|not available)$/i;

function ofSip(address: string, parameters: readonly string[]): Address {
  const at = address.lastIndexOf('@');
  const [user, host] = at < 0 ? [address, ''] : [address.slice(0, at), address.slice(at + 1)];
  if (/(?:^|\.)anonymous\.invalid$/i.test(host)) return { kind: 'withheld' };
  if (/.\+/.test(user) || /\borgspan\.com$/i.test(user)) return { kind: 'user' };
  return ofNumber(user, parameters);
}

function ofNumber(user: string, parameters: readonly string[]): Address {
  if (withheldWords.test(user)) return { kind: 'withheld' };
  // RFC 3966 lets these stand between the digits of a number.
  const bare = user.replace(/[-.() ]/g, '');
  const extension = parameters
    .map((parameter) => /^(?:ext|extension)=([\d*#-]{1,20})$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  const more = extension === undefined ? {} : { extension };
  if (/^\+[1-9]\d{6,14}$/.test(bare)) return { kind: 'number', number: bare, ...more };
  if (/^\d{2,20}$/.test(bare)) return { kind: 'digits', number: bare, ...more };
  return { kind: 'other' };
}

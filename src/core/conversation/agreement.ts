import { isFirm } from '../base/firm.ts';
import { folded } from '../base/fold.ts';
import { isSameEmail, isSameNumber } from './address.ts';
import type { Customer } from './customer.ts';

/** What a page tells of a customer, as far as it can be compared. */
export interface PageCustomer {
  /** What a form would be filled with; absent where the page's number is only offered. */
  number?: string | undefined;
  otherNumbers: readonly string[];
  email?: string | undefined;
  otherEmails: readonly string[];
  name?: string | undefined;
  /** The page tells nothing of any person: no name and no ID either. */
  isAnyone: boolean;
  /** The number was clicked, selected or typed for this form. */
  pointedAt: boolean;
  /** The conversation that the page's own address names. */
  conversationId?: string | undefined;
}

/**
 * How a page and the customer of a conversation compare.
 *
 * - `same`: the same number or email address, and no names that are surely two people's.
 * - `other-name`: the same number or email address, as two people of one household have, under another name.
 * - `same-name`: only the same name can be compared.
 * - `mentioned`: the page has the number or email address among others.
 * - `other`: another number or email address.
 * - `unknown`: the page has a number or an email address, and the conversation none of that kind.
 * - `nothing-told`: the page has neither.
 */
export type Agreement =
  | 'same'
  | 'other-name'
  | 'same-name'
  | 'mentioned'
  | 'other'
  | 'unknown'
  | 'nothing-told';

/** Compares what a page tells with the customer of a conversation. One that is equal is enough. */
export function agreementOf(page: PageCustomer, customer: Customer): Agreement {
  const found = [
    compared(page.number, page.otherNumbers, customer.numbers, isSameNumber),
    compared(page.email, page.otherEmails, customer.email ? [customer.email] : [], isSameEmail),
  ];
  if (found.includes('same')) return mayBeOne(page, customer) ? 'same' : 'other-name';
  for (const agreement of ['mentioned', 'other'] as const) {
    if (found.includes(agreement)) return agreement;
  }
  if (isSameName(page.name, customer.name)) return 'same-name';
  return page.number === undefined && page.email === undefined ? 'nothing-told' : 'unknown';
}

function compared(
  best: string | undefined,
  others: readonly string[],
  theirs: readonly string[],
  isSame: (one: string, other: string) => boolean,
): 'same' | 'mentioned' | 'other' | undefined {
  if (best === undefined || theirs.length === 0) return undefined;
  const has = (value: string) => theirs.some((each) => isSame(each, value));
  if (has(best)) return 'same';
  return others.some(has) ? 'mentioned' : 'other';
}

/** What a network claims as a name says nothing against a page, and a firm's name nothing against who calls for it. */
function mayBeOne({ name }: PageCustomer, { name: theirs, nameKnown }: Customer): boolean {
  if (!nameKnown || name === undefined || theirs === undefined) return true;
  return isFirm(name) || isFirm(theirs) || mayBeSameName(name, theirs);
}

/** Of two words at least, in any order: `Sample, Ada` is `Ada Sample`. */
function isSameName(one: string | undefined, other: string | undefined): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return a.length >= 2 && a.join(' ') === b.join(' ');
}

/**
 * Whether two names can be one person's: each word of the shorter one stands in the other, also as an initial. A name
 * of one word tells too little to say no.
 */
export function mayBeSameName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].toSorted((a, b) => a.length - b.length);
  if (short === undefined || long === undefined || short.length < 2) return true;
  return short.every((word) => long.some((each) => each.startsWith(word) || word.startsWith(each)));
}

function wordsOf(name = ''): string[] {
  return folded(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .toSorted();
}

import type { SiteRule } from '../settings/site-rule.ts';
import { enoughToFill, type Weighed } from './candidate.ts';
import type { WeighedNumber } from './numbers.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** What each scheme of a link is for. */
const typeOfScheme: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:tel|callto|sips?):/i, 'Voice'],
  [/^\s*sms:/i, 'SMS'],
  [/^\s*(?:whatsapp:|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/)/i, 'Message'],
  [/^\s*mailto:/i, 'Email'],
];

/** The names that an org has for the ways to reach customers, and the one that is usual there. */
export interface ContactTypes {
  names: readonly string[];
  usual?: string | undefined;
}

/**
 * How the customer is to be reached: as the site rule says, as a labelled value of the page says,
 * as is usual, or by the way the best number (or, without any, an email address) was found. Only
 * names from the list are given, in the list's spelling.
 *
 * @param isAsked the page shows several people alike: what only one of them has, fills no form
 */
export function contactTypesOf(
  { facts }: PageSnapshot,
  numbers: readonly WeighedNumber[],
  rule: SiteRule | undefined,
  { names, usual }: ContactTypes,
  isAsked = false,
): Weighed[] {
  const found: Weighed[] = [];
  const add = (type: string | undefined, weight: number, source: Weighed['source']) => {
    const name = names.find((one) => one.toLowerCase() === type?.trim().toLowerCase());
    if (name) found.push({ value: name, shown: name, source, weight });
  };
  if (rule?.contactType) add(rule.contactType, 130, { kind: 'site-rule', label: rule.name });
  for (const fact of facts) {
    const label = fact.label ?? fact.name ?? '';
    if (/contact.?type|channel|media.?type|kanal|kontaktart|canal/i.test(label))
      add(fact.value, 90, { kind: fact.kind, label });
  }
  if (usual) add(usual, 60, { kind: 'setting' });
  const best = numbers.reduce<WeighedNumber | undefined>(
    (first, number) => (first && first.weight >= number.weight ? first : number),
    undefined,
  );
  const ways = new Set(numbers.map(({ fact }) => schemeOf(fact) ?? 'Voice'));
  const most = isAsked && ways.size > 1 ? enoughToFill - 1 : Number.POSITIVE_INFINITY;
  for (const { fact, value, weight, source } of numbers) {
    if (value !== best?.value) continue;
    const scheme = schemeOf(fact);
    // That a number can be called says little; a link says what it is for. Where something else is
    // usual, it says so only when it was clicked.
    const isTelling = scheme && (!usual || fact.kind === 'clicked-link');
    add(scheme ?? 'Voice', Math.min(most, isTelling ? weight : weight * 0.4), source);
  }
  for (const fact of facts)
    if (/mailto:/i.test(fact.value))
      add(schemeOf(fact), fact.kind === 'clicked-link' ? 150 : 20, { kind: fact.kind });
  return found;
}

function schemeOf({ kind, value }: PageFact): string | undefined {
  if (kind !== 'link' && kind !== 'clicked-link') return undefined;
  return typeOfScheme.find(([scheme]) => scheme.test(value))?.[1];
}

import type { Weighed } from './page-candidate.ts';
import type { WeighedNumber } from './page-numbers.ts';
import type { PageFact, PageSnapshot } from './page-snapshot.ts';
import type { SiteRule } from './site-rule.ts';

/** The ways in which people reach customers, unless the settings name others. */
export const defaultContactTypes: readonly string[] = [
  'Voice',
  'Callback',
  'Chat',
  'Message',
  'SMS',
  'Email',
];

/** What each scheme of a link is for. */
const typeOfScheme: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:tel|callto|sips?):/i, 'Voice'],
  [/^\s*sms:/i, 'SMS'],
  [/^\s*(?:whatsapp:|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/)/i, 'Message'],
  [/^\s*mailto:/i, 'Email'],
];

/**
 * How the customer is to be reached: as the site rule says, as a labelled value of the page says,
 * or by the way the best number (or, without any, an email address) was found. Only names from the
 * list are given, in the list's spelling.
 */
export function contactTypesOf(
  { facts }: PageSnapshot,
  numbers: readonly WeighedNumber[],
  rule: SiteRule | undefined,
  names: readonly string[],
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
  const best = numbers.reduce<WeighedNumber | undefined>(
    (first, number) => (first && first.weight >= number.weight ? first : number),
    undefined,
  );
  for (const { fact, value, weight, source } of numbers) {
    if (value !== best?.value) continue;
    const scheme = schemeOf(fact);
    // That a number can be called says little; a link says what it is for.
    add(scheme ?? 'Voice', scheme ? weight : weight * 0.4, source);
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

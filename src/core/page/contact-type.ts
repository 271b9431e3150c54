import type { SiteRule } from '../settings/site-rule.ts';
import { enoughToFill, type Weighed } from './candidate.ts';
import { isLink } from './kinds.ts';
import type { WeighedNumber } from './numbers.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** The contact type for which each scheme of a link stands. */
const typeOfScheme: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:tel|callto|sips?):/i, 'Voice'],
  [/^\s*sms:/i, 'SMS'],
  [/^\s*(?:whatsapp:|https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)\/)/i, 'Message'],
  [/^\s*mailto:/i, 'Email'],
];

/** An org's names for the ways to reach customers, and its usual one. */
export interface ContactTypes {
  names: readonly string[];
  usual?: string | undefined;
}

/**
 * The ways to reach the customer, weighed: what the site rule says, what a labelled value of the page says, the org's
 * usual one, and what the best number's link, or one to an email address, is for. Gives only names from the list, in
 * the list's spelling.
 *
 * @param isOneOfSeveral the agent has to choose among several people, so a type that only one of them has fills no form
 */
export function contactTypesOf(
  { facts }: PageSnapshot,
  numbers: readonly WeighedNumber[],
  rule: SiteRule | undefined,
  { names, usual }: ContactTypes,
  isOneOfSeveral: boolean,
): Weighed[] {
  const found: Weighed[] = [];
  const add = (type: string | undefined, weight: number, source: Weighed['source']) => {
    const name =
      names.find((one) => one.toLowerCase() === type?.trim().toLowerCase()) ??
      names.find((one) => wayOf(one) === wayOf(type ?? ''));
    if (name) found.push({ value: name, shown: name, source, weight });
  };
  if (rule?.contactType) add(rule.contactType, 130, { kind: 'site-rule', label: rule.name });
  for (const fact of facts) {
    const label = fact.label ?? fact.name ?? '';
    if (
      /contact.?(?:type|method|preference)|channel|media.?type|kanal|kontaktart|kontaktweg|canal/i.test(
        label,
      )
    )
      add(fact.value, 90, { kind: fact.kind, label });
  }
  if (usual) add(usual, 60, { kind: 'setting' });
  const best = numbers.reduce<WeighedNumber | undefined>(
    (first, number) => (first && first.weight >= number.weight ? first : number),
    undefined,
  );
  const ways = new Set(numbers.map(({ fact }) => typeOfLink(fact) ?? 'Voice'));
  const most = isOneOfSeveral && ways.size > 1 ? enoughToFill - 1 : Number.POSITIVE_INFINITY;
  for (const { fact, value, weight, source } of numbers) {
    if (value !== best?.value) continue;
    const ofLink = typeOfLink(fact);
    // A number alone says little about the type; the scheme of its link says much. Where the org has a usual type,
    // only a link that the person clicked counts.
    const isTelling = ofLink && (!usual || fact.kind === 'clicked-link');
    add(ofLink ?? 'Voice', Math.min(most, isTelling ? weight : weight * 0.4), source);
  }
  for (const fact of facts)
    if (/mailto:/i.test(fact.value))
      add(typeOfLink(fact), fact.kind === 'clicked-link' ? 150 : 20, { kind: fact.kind });
  return found;
}

/** What stands for one way in the words of people: "E-Mail", "Telefon". An org's own name stands for itself. */
const ways: readonly (readonly [RegExp, string])[] = [
  [/^(?:e-?mail|courriel|correo(?: electrónico)?)$/, 'email'],
  [
    /^(?:(?:tele)?phone(?: call)?|call|telefon|anruf|téléphone|teléfono|telefone|telefono|電話|电话)$/,
    'voice',
  ],
  [/^(?:sms|text(?: message)?)$/, 'sms'],
];

function wayOf(name: string): string {
  const words = name.trim().toLowerCase();
  return ways.find(([shape]) => shape.test(words))?.[1] ?? words;
}

function typeOfLink({ kind, value }: PageFact): string | undefined {
  if (!isLink(kind)) return undefined;
  return typeOfScheme.find(([scheme]) => scheme.test(value))?.[1];
}

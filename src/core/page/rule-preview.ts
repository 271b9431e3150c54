import type { Settings } from '../settings/settings.ts';
import type { FieldSource, SiteRule } from '../settings/site-rule.ts';
import type { Candidate } from './candidate.ts';
import { pageContext } from './context.ts';
import { countriesFor } from './country.ts';
import { fieldsOfRule } from './site-fields.ts';
import type { PageSnapshot } from './snapshot.ts';

/** A field of a rule, tried on the page beside the options page. */
export interface RuledField {
  field: string;
  /** As the form would show the value; undefined where the rule finds nothing. */
  shown: string | undefined;
}

/** A value that Kickoff finds on the page without any rule, and how a rule would find it. */
export interface FoundField {
  field: string;
  candidate: Candidate;
  /** Undefined where only an element shows the value, so that a selector has to be found for it. */
  source: FieldSource | undefined;
  /** The text on the page from which the value was read. */
  text: string;
}

export interface RulePreview {
  ruled: readonly RuledField[];
  found: readonly FoundField[];
}

/** Fields that no rule needs to find. */
const ofEveryPage = ['pageUrl', 'pageTitle', 'selection', 'flowId', 'conversationId'];

const mostOfAField = 4;

/** Tries a rule on a page: every field of the rule, and every value that the page gives without it. */
export function previewRule(
  rule: SiteRule,
  snapshot: PageSnapshot,
  settings: Pick<Settings, 'defaultCountry' | 'contactTypes' | 'inHouseNumbers'>,
): RulePreview {
  const { defaultCountry, inHouseNumbers } = settings;
  const { language, url } = snapshot;
  const countries = countriesFor({
    language,
    address: url,
    defaultCountry,
    ruleCountry: rule.country,
  });
  const byRule = new Map(fieldsOfRule(rule, snapshot, countries));
  const ruled = Object.keys(rule.fields).map((field) => ({
    field,
    shown: byRule.get(field)?.shown,
  }));
  const unruled = snapshot.facts.filter(({ kind }) => kind !== 'site-rule');
  const { fields } = pageContext(
    { ...snapshot, facts: unruled },
    { defaultCountry, inHouseNumbers, contactTypes: { names: settings.contactTypes } },
  );
  const found = Object.entries(fields)
    .filter(([field]) => !ofEveryPage.includes(field))
    .flatMap(([field, { best, others }]) =>
      [best, ...others]
        .filter(({ value }) => field !== 'contactType' || isStated(value, snapshot))
        .slice(0, mostOfAField)
        .map((candidate) => foundField(field, candidate, url)),
    );
  return { ruled, found };
}

function foundField(field: string, candidate: Candidate, address: string): FoundField {
  const text = candidate.source.text ?? candidate.value;
  return { field, candidate, source: sourceOf(candidate, address), text };
}

/** Whether the page itself holds a contact type, rather than Kickoff having concluded it from a link's scheme. */
function isStated(value: string, { facts }: PageSnapshot): boolean {
  return facts.some((fact) => fact.value.trim().toLowerCase() === value.toLowerCase());
}

function sourceOf({ value, source }: Candidate, address: string): FieldSource | undefined {
  const { kind, label = '' } = source;
  if (kind === 'json-ld') return { jsonLd: lastKeys(label) };
  if (kind === 'meta') return { meta: label };
  if (kind === 'parameter') return { parameter: label };
  return kind === 'address' ? fromPath(value, address) : undefined;
}

/** The last two keys of a name: `customer.telephone` finds `Order.customer:Person.telephone` on other pages, too. */
function lastKeys(name: string): string {
  return name
    .split('.')
    .slice(-2)
    .map((key) => key.split(':')[0])
    .filter(Boolean)
    .join('.');
}

/** The pattern for an ID behind a word in the address's path: `/contacts/([^/?#]+)` for `/contacts/C-20117`. */
function fromPath(id: string, address: string): FieldSource | undefined {
  const before = address.slice(0, Math.max(0, address.indexOf(`/${id}`))).split('/');
  const word = before.at(-1);
  if (!word || before.length < 4) return undefined;
  return { pattern: `/${word.replace(/[^\w-]/g, '\\$&')}/([^/?#]+)` };
}

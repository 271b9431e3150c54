import type { Settings } from '../settings/settings.ts';
import type { FieldSource, SiteRule } from '../settings/site-rule.ts';
import type { Candidate } from './candidate.ts';
import { pageContext } from './context.ts';
import { countriesFor } from './country.ts';
import { fieldsOfRule } from './site-fields.ts';
import type { PageSnapshot } from './snapshot.ts';

/** What a rule finds on the page that is open beside it. */
export interface RuledField {
  field: string;
  /** As it would be filled in; undefined where the rule finds nothing. */
  shown: string | undefined;
}

/** What is found on a page without any rule, and how a rule would find it. */
export interface FoundField {
  field: string;
  candidate: Candidate;
  /** Known where the page states the value in its data; else the element has to be looked for. */
  source: FieldSource | undefined;
  /** What the element shows that the value was read from. */
  text: string;
}

export interface RulePreview {
  ruled: readonly RuledField[];
  found: readonly FoundField[];
}

/** Fields that every page has without a rule. */
const ofEveryPage = ['pageUrl', 'pageTitle', 'selection', 'flowId', 'conversationId'];

const mostOfAField = 4;

/** Every field that a rule finds on a page, and every one that the page has without it. */
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
        .map((candidate) => ({
          field,
          candidate,
          source: sourceOf(candidate, url),
          text: candidate.source.text ?? candidate.value,
        })),
    );
  return { ruled, found };
}

/** A contact type that was concluded from a link's scheme stands nowhere on the page. */
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

/** `Order.customer:Person.telephone` is found by `customer.telephone` on other pages, too. */
function lastKeys(name: string): string {
  return name
    .split('.')
    .slice(-2)
    .map((key) => key.split(':')[0])
    .filter(Boolean)
    .join('.');
}

/** An id behind a word of the address's path: `/contacts/C-20117` by `/contacts/([^/?#]+)`. */
function fromPath(id: string, address: string): FieldSource | undefined {
  const before = address.slice(0, Math.max(0, address.indexOf(`/${id}`))).split('/');
  const word = before.at(-1);
  if (!word || before.length < 4) return undefined;
  return { pattern: `/${word.replace(/[^\w-]/g, '\\$&')}/([^/?#]+)` };
}

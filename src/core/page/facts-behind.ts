import { type SiteRule, typesAsked } from '../settings/site-rule.ts';
import { peopleOf } from './candidate.ts';
import type { PageContext } from './context.ts';
import { factKey } from './look.ts';
import { factsOfSource, ruleOfPage } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

/** So many say what a value is from; a page may say it a hundred times. */
const mostFacts = 3;

/**
 * The facts behind a value: those of its source that hold the text it was understood from. None where the
 * source is no fact, such as the page's own address.
 */
function factsBehind(
  snapshot: PageSnapshot,
  found: {
    value: string;
    source: { kind: string; label?: string | undefined; text?: string | undefined };
  },
): string[] {
  const { kind, label, text } = found.source;
  const said = text ?? found.value;
  return snapshot.facts
    .filter((fact) => fact.kind === kind && (fact.label ?? '') === (label ?? fact.label ?? ''))
    .filter(({ value }) => value.includes(said))
    .slice(0, mostFacts)
    .map(factKey);
}

/**
 * By field: the facts behind its likeliest value. Of several people, also those behind each one's number.
 *
 * @param rules the site rules that the page was understood by
 */
export function factsOf(
  snapshot: PageSnapshot,
  { fields }: Pick<PageContext, 'fields'>,
  rules: readonly SiteRule[],
): Readonly<Record<string, readonly string[]>> {
  const rule = ruleOfPage(rules, snapshot);
  const best = Object.entries(fields).map(([name, { best }]) => [
    name,
    best.source.kind === 'site-rule'
      ? factsOfRule(name, rule, snapshot)
      : factsBehind(snapshot, best),
  ]);
  const people = peopleOf(fields.customerNumber).map(({ number }) => [
    personFacts(number.value),
    factsBehind(snapshot, number),
  ]);
  return Object.fromEntries([...best, ...people]);
}

/** Filters may have changed what the rule took, so that the value does not tell where it is from. */
function factsOfRule(field: string, rule: SiteRule | undefined, snapshot: PageSnapshot): string[] {
  const source = rule?.fields?.[field];
  if (rule === undefined || source === undefined) return [];
  return factsOfSource(field, source, snapshot, typesAsked(rule)).slice(0, mostFacts).map(factKey);
}

/** Under what name the facts are kept that are behind one of several people's numbers. */
export function personFacts(number: string): string {
  return `number ${number}`;
}

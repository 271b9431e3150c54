import { type SiteRule, typesAsked } from '../settings/site-rule.ts';
import { peopleOf } from './candidate.ts';
import type { PageContext } from './context.ts';
import { factKey } from './look.ts';
import { factsOfSource } from './site-source.ts';
import type { PageSnapshot } from './snapshot.ts';

/** Three facts show well enough where a value comes from; a page may repeat it a hundred times. */
const mostFacts = 3;

/**
 * The facts behind a value, as `factKey` writes them: those of its source that hold the text from which Kickoff
 * understood the value. None where the source is no fact, such as the page's own address.
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
 * By field, the facts behind its likeliest value, as `factKey` writes them. Where the agent has to choose among several
 * people, `personFacts(number)` has the facts behind each one's number.
 *
 * @param rule the site rule under which the page was understood
 */
export function factsOf(
  snapshot: PageSnapshot,
  { fields }: Pick<PageContext, 'fields'>,
  rule: SiteRule | undefined,
): Readonly<Record<string, readonly string[]>> {
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

/** A rule's filters may have changed the value, so its facts are found by the rule's source, not by the value. */
function factsOfRule(field: string, rule: SiteRule | undefined, snapshot: PageSnapshot): string[] {
  const source = rule?.fields?.[field];
  if (rule === undefined || source === undefined) return [];
  return factsOfSource(field, source, snapshot, typesAsked(rule)).slice(0, mostFacts).map(factKey);
}

/** The name under which `factsOf` gives the facts behind one of several people's numbers. */
export function personFacts(number: string): string {
  return `number ${number}`;
}

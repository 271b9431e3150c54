import { peopleOf } from './candidate.ts';
import type { PageContext } from './context.ts';
import { factKey } from './look.ts';
import type { PageSnapshot } from './snapshot.ts';

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
    .slice(0, 3)
    .map(factKey);
}

/** By field: the facts behind its likeliest value. Of several people, also those behind each one's number. */
export function factsOf(
  snapshot: PageSnapshot,
  { fields }: Pick<PageContext, 'fields'>,
): Readonly<Record<string, readonly string[]>> {
  const best = Object.entries(fields).map(([name, { best }]) => [name, best] as const);
  const people = peopleOf(fields.customerNumber).map(
    ({ number }) => [personFacts(number.value), number] as const,
  );
  return Object.fromEntries(
    [...best, ...people].map(([name, found]) => [name, factsBehind(snapshot, found)]),
  );
}

/** Under what name the facts are kept that are behind one of several people's numbers. */
export function personFacts(number: string): string {
  return `number ${number}`;
}

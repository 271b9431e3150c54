import type { Weighed } from './candidate.ts';
import type { PageFact } from './snapshot.ts';

const nearness = { selection: 100, focus: 30, viewport: 10, main: 6, rest: 0 } as const;

/** A value of a fact with what speaks for it: its own weight, and how near it is to what is done. */
export function weighed(fact: PageFact, value: string, weight: number): Weighed {
  // The name of a heading is its level.
  const label = fact.label ?? (fact.kind === 'heading' ? undefined : fact.name);
  return {
    value,
    shown: value,
    source: { kind: fact.kind, ...(label && { label }) },
    weight: weight + nearness[fact.place ?? 'rest'] - (fact.unseen ? 45 : 0),
    ...(fact.region && { region: fact.region }),
  };
}

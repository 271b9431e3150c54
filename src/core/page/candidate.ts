import type { FactKind } from './kinds.ts';
import { personWithin } from './person-name.ts';
import type { PageFact, Region } from './snapshot.ts';

/** Where a value was found. */
export interface PageSource {
  /** A kind of fact, the page's own address or title, or the settings. */
  kind: FactKind | 'address' | 'title' | 'setting';
  /** What stood beside it: its label, the property's or the parameter's name. */
  label?: string;
  /** As it stood on the page, where the value was understood from it. */
  text?: string;
  /** It stands elsewhere on the page than the number: perhaps it is another one's. */
  elsewhere?: boolean;
  /** Whose it is, where the page shows several people alike. */
  person?: string;
}

export type Certainty = 'certain' | 'likely' | 'possible';

export interface Candidate {
  /** What is sent. */
  value: string;
  /** What people read. */
  shown: string;
  source: PageSource;
  /** `certain` is only what a person clicked, selected or typed, or what a rule or an address says. */
  certainty: Certainty;
  /** That this is the right one, from 0 to 1. */
  probability: number;
}

/** What a field holds, the runners-up behind it. */
export interface PageField {
  best: Candidate;
  others: readonly Candidate[];
  /** Sure enough to stand in a form; else it is offered. */
  filled: boolean;
}

/** From this weight on a value fills a form; below, it is only offered. */
export const enoughToFill = 45;

/** A candidate with how much speaks for it. Above 100 there is no doubt, below `enoughToFill` there is much. */
export interface Weighed {
  value: string;
  shown: string;
  source: PageSource;
  weight: number;
  /** Where on the page, if not at its subject. */
  region?: Region;
  /** Whose row, card or entry it stands in, where the page says so. */
  person?: string;
}

export const mostCandidates = 20;

/**
 * Ranks what was found for a field. The same value found again is one candidate, and each further
 * kind of source speaks for it a little.
 */
export function ranked(found: readonly Weighed[]): PageField | undefined {
  const byValue = new Map<string, Weighed[]>();
  for (const one of found) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one]);
  const merged = [...byValue.values()].flatMap((same) => {
    const [first, ...rest] = same.toSorted((a, b) => b.weight - a.weight);
    if (!first) return [];
    const kinds = new Set(
      rest.map(({ source }) => source.kind).filter((k) => k !== first.source.kind),
    );
    return { ...first, weight: first.weight + Math.min(3, kinds.size) * 3 };
  });
  const [best, ...others] = merged
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, mostCandidates)
    .map(candidate);
  return best && { best, others, filled: best.certainty !== 'possible' };
}

/** Of fields for which nothing is fitted. */
const probabilities: Readonly<Record<Certainty, number>> = {
  certain: 1,
  likely: 0.97,
  possible: 0.6,
};

function candidate({ value, shown, source, weight }: Weighed): Candidate {
  const certainty = weight >= 100 ? 'certain' : weight >= enoughToFill ? 'likely' : 'possible';
  return { value, shown, source, certainty, probability: probabilities[certainty] };
}

const nearness = { selection: 100, focus: 30, viewport: 10, main: 6, rest: 0 } as const;

/** A value of a fact with what speaks for it: its own weight, and how near it is to what is done. */
export function weighed(fact: PageFact, value: string, weight: number): Weighed {
  // The name of a heading is its level.
  const label = fact.label ?? (fact.kind === 'heading' ? undefined : fact.name);
  const person = personWithin(fact.within);
  return {
    value,
    shown: value,
    source: { kind: fact.kind, ...(label && { label }) },
    weight: weight + nearness[fact.place ?? 'rest'] - (fact.unseen ? 45 : 0),
    ...(fact.region && { region: fact.region }),
    ...(person && { person }),
  };
}

/** One of several people whom a page shows alike, as in the rows of a list of contacts. */
export interface PersonOfPage {
  name: string;
  number: Candidate;
}

/**
 * The people whose numbers a page shows, where it shows several alike and no number stands out: a person
 * has to say which of them is meant. One entry for each number, in the order of the page's likeliest.
 *
 * @param number the field of the customer's number
 */
export function peopleOf(number: PageField | undefined): readonly PersonOfPage[] {
  if (number === undefined || number.filled) return [];
  const people = [number.best, ...number.others].flatMap((candidate) => {
    const { person } = candidate.source;
    return person === undefined ? [] : [{ name: person, number: candidate }];
  });
  return new Set(people.map(({ name }) => name)).size > 1 ? people : [];
}

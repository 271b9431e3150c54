import type { FactKind } from './kinds.ts';
import { personWithin } from './person-name.ts';
import type { PageFact, Region } from './snapshot.ts';

/** Where Kickoff found a value. */
export interface PageSource {
  /** A kind of fact, the page's own address or title, or the settings. */
  kind: FactKind | 'address' | 'title' | 'setting';
  /** What stood beside the value: its label, or the property's or parameter's name. */
  label?: string;
  /** The text on the page from which Kickoff understood the value. */
  text?: string;
  /** True where the value stands in another part of the page than the number, so that it may be another person's. */
  elsewhere?: boolean;
  /** The name of the person whose value it is, where the page shows several people alike. */
  person?: string;
}

export type Certainty = 'certain' | 'likely' | 'possible';

export interface Candidate {
  /** What Kickoff sends. */
  value: string;
  /** What people read. */
  shown: string;
  source: PageSource;
  /** `certain` only where a person clicked, selected or typed the value, or a rule or an address gives it. */
  certainty: Certainty;
  /** How likely this is the right value, from 0 to 1. */
  probability: number;
}

/** The candidates for a field, the best one and the others in order. */
export interface PageField {
  best: Candidate;
  others: readonly Candidate[];
  /** Whether the best candidate fills the form; else the form only offers it. */
  filled: boolean;
}

/** From this weight on a value fills a form; below, the form only offers it. */
export const enoughToFill = 45;

/** A candidate with the weight of what speaks for it: from 100 on it is certain, below `enoughToFill` doubtful. */
export interface Weighed {
  value: string;
  shown: string;
  source: PageSource;
  weight: number;
  /** The part of the page that it stands in; absent where that is the page's subject. */
  region?: Region;
  /** The person whose row, card or entry it stands in, where the page names one. */
  person?: string;
}

export const mostCandidates = 20;

/** Ranks what a page gives for a field; undefined where it gives nothing. */
export function ranked(found: readonly Weighed[]): PageField | undefined {
  const [best, ...others] = eachValueOnce(found, heaviestFirst)
    .flatMap(({ mentions: [first], weight }) => (first ? { ...first, weight } : []))
    .toSorted(heaviestFirst)
    .slice(0, mostCandidates)
    .map(candidate);
  return best && { best, others, filled: best.certainty !== 'possible' };
}

function heaviestFirst(one: Weighed, other: Weighed): number {
  return other.weight - one.weight;
}

/** One value, with every place where the page has it. */
interface Mentioned<Found extends Weighed> {
  value: string;
  /** The best first. */
  mentions: readonly Found[];
  /** That of the best mention, and a little more for each further kind of source. */
  weight: number;
}

/** Puts together what was found of the same value; `order` says which mention is the best. */
export function eachValueOnce<Found extends Weighed>(
  found: readonly Found[],
  order: (one: Found, other: Found) => number,
): Mentioned<Found>[] {
  const byValue = new Map<string, Found[]>();
  for (const one of found) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one]);
  return [...byValue].map(([value, same]) => {
    const mentions = same.toSorted(order);
    const kinds = new Set(same.map(({ source: { kind } }) => kind));
    const weight = (mentions[0]?.weight ?? 0) + Math.min(3, kinds.size - 1) * 3;
    return { value, mentions, weight };
  });
}

/** For every field but the customer's number, whose probabilities `npm run fit` fits. */
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

/** Weighs a value of a fact: its own weight, and more the nearer the fact is to what the person is doing. */
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
 * The people among whom the agent has to choose: those whose numbers a page shows, where it shows several people alike
 * and no number stands out. One entry for each number, the likeliest first; else none.
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

import { type Candidate, mostCandidates, type PageField } from './candidate.ts';
import { enough, type Feature, weights } from './certainty-weights.ts';
import { featuresOf, type NumberOfPage } from './number-features.ts';
import type { WeighedNumber } from './numbers.ts';

/**
 * The numbers of a page as a field: the likeliest first, each with how probable it is that it is the
 * one to call. What a person clicked, selected or typed is certain, and so is what a rule found.
 */
export function numberField(numbers: readonly WeighedNumber[]): PageField | undefined {
  const all = numbersOfPage(numbers);
  const [best, ...others] = all.slice(0, mostCandidates).map((number) => candidate(number, all));
  return best && { best, others, filled: best.probability >= enough };
}

/** Each number once, its mentions and the numbers in the order in which they are preferred. */
function numbersOfPage(numbers: readonly WeighedNumber[]): NumberOfPage[] {
  const byValue = new Map<string, WeighedNumber[]>();
  for (const one of numbers) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one]);
  return [...byValue]
    .map(([value, found]) => {
      const mentions = found.toSorted((a, b) => b.weight - a.weight);
      const [first] = mentions;
      const kinds = new Set(mentions.map(({ fact: { kind } }) => kind));
      // Each further kind of source speaks for a number a little.
      const weight = (first?.weight ?? 0) + Math.min(3, kinds.size - 1) * 3;
      return { value, mentions, weight };
    })
    .toSorted((a, b) => b.weight - a.weight);
}

function candidate(number: NumberOfPage, all: readonly NumberOfPage[]): Candidate {
  const { value, shown, source, meant } = number.mentions[0] as WeighedNumber;
  const probability = meant ? 1 : probabilityOf(featuresOf(number, all));
  const certainty = meant ? 'certain' : probability >= enough ? 'likely' : 'possible';
  return { value, shown, source, certainty, probability };
}

/** The probability that a number with these features is the one to call. */
function probabilityOf(features: readonly Feature[]): number {
  const odds = features.reduce((sum, feature) => sum + weights[feature], 0);
  return 1 / (1 + Math.exp(-odds));
}

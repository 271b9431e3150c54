import { type Candidate, mostCandidates, type PageField } from './candidate.ts';
import { enough, type Feature, weights } from './certainty-weights.ts';
import {
  featuresOf,
  isDisputed,
  isUnseen,
  type NumberOfPage,
  type PageOfNumbers,
  personOf,
} from './number-features.ts';
import type { WeighedNumber } from './numbers.ts';
import type { NumberedPage } from './numbers-of-page.ts';

type NumbersOfPage = Pick<NumberedPage, 'numbers' | 'showsRecord'>;

/**
 * The numbers of a page as a field: the likeliest first, each with how probable it is that it is the
 * one to call. What a person clicked, selected or typed is certain, and so is what a rule found.
 */
export function numberField({ numbers, showsRecord }: NumbersOfPage): PageField | undefined {
  const all = eachOnce(withVisibleFirst(numbers));
  const [best, ...others] = all
    .slice(0, mostCandidates)
    .map((number) => candidate(number, { all, showsRecord }));
  return best && { best, others, filled: best.probability >= enough };
}

/** The numbers of a page that nothing disputes, in the same order, each with what the weights are asked about. */
export function observedNumbers({
  numbers,
  showsRecord,
}: NumbersOfPage): { value: string; features: Feature[] }[] {
  const all = eachOnce(withVisibleFirst(numbers));
  return all
    .filter((number) => !isDisputed(number, all))
    .map((number) => ({ value: number.value, features: featuresOf(number, { all, showsRecord }) }));
}

/**
 * Where the page shows the number of its record, what only its structured data says comes behind: it may
 * be that of another thing, or out of date.
 */
function withVisibleFirst(numbers: readonly WeighedNumber[]): readonly WeighedNumber[] {
  const shown = numbers.filter((one) => !isUnseen(one));
  const isOfRecord = ({ sense, region }: WeighedNumber) =>
    region === undefined && /^(?:mobile|phone|none)$/.test(sense);
  if (!shown.some(isOfRecord)) return numbers;
  const values = new Set(shown.map(({ value }) => value));
  return numbers.map((one) =>
    isUnseen(one) && !one.meant && !values.has(one.value)
      ? { ...one, weight: one.weight - 30 }
      : one,
  );
}

/** Each number once, its mentions and the numbers in the order in which they are preferred. */
function eachOnce(numbers: readonly WeighedNumber[]): NumberOfPage[] {
  const byValue = new Map<string, WeighedNumber[]>();
  for (const one of numbers) byValue.set(one.value, [...(byValue.get(one.value) ?? []), one]);
  return [...byValue]
    .map(([value, found]) => {
      const mentions = found.toSorted(meantFirst);
      const [first] = mentions;
      const kinds = new Set(mentions.map(({ fact: { kind } }) => kind));
      // Each further kind of source speaks for a number a little.
      const weight = (first?.weight ?? 0) + Math.min(3, kinds.size - 1) * 3;
      return { value, mentions, weight, meant: first?.meant ?? false };
    })
    .toSorted(meantFirst);
}

/** What a person clicked, selected or typed comes first, whatever speaks for the rest of the page. */
function meantFirst(
  one: Pick<WeighedNumber, 'meant' | 'weight'>,
  other: Pick<WeighedNumber, 'meant' | 'weight'>,
): number {
  return Number(other.meant) - Number(one.meant) || other.weight - one.weight;
}

function candidate(number: NumberOfPage, page: PageOfNumbers): Candidate {
  const { value, shown, source: where, meant } = number.mentions[0] as WeighedNumber;
  const person = hasSeveralPeople(page.all) ? personOf(number) : undefined;
  const source = { ...where, ...(person && { person }) };
  const fitted = probabilityOf(featuresOf(number, page));
  const probability = meant
    ? 1
    : isDoubtful(number) || isDisputed(number, page.all)
      ? Math.min(fitted, mostOfDoubtful)
      : fitted;
  const certainty = meant ? 'certain' : probability >= enough ? 'likely' : 'possible';
  return { value, shown, source, certainty, probability };
}

/** Whether the numbers of a page are those of several people, as the rows of a list are. */
function hasSeveralPeople(all: readonly NumberOfPage[]): boolean {
  const people = all.map(personOf).filter((person) => person !== undefined);
  return new Set(people).size > 1;
}

/**
 * What forms show as an example (`123-456-7890`) or what is of no range of its country, unless the page says that it
 * is somebody's number; and numbers of few digits. All are too rare on pages for their weight to be fitted.
 */
function isDoubtful({ value, mentions }: NumberOfPage): boolean {
  if (value.length <= 7) return true;
  if (/1234567\d{0,3}$/.test(value))
    return !mentions.some((one) => isDeclared(one) || isNamed(one));
  return !mentions.some(
    (one) => isDeclared(one) || one.phone.valid || one.phone.international || one.sense !== 'none',
  );
}

function isDeclared({ declared, fact: { kind } }: WeighedNumber): boolean {
  return declared || kind === 'pair' || kind === 'parameter';
}

function isNamed({ sense, phone }: WeighedNumber): boolean {
  return phone.valid && /^(?:phone|mobile)$/.test(sense);
}

const mostOfDoubtful = 0.9;

/** The probability that a number with these features is the one to call. */
function probabilityOf(features: readonly Feature[]): number {
  const odds = features.reduce((sum, feature) => sum + weights[feature], 0);
  return 1 / (1 + Math.exp(-odds));
}

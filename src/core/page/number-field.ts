import { isExtensionLabel } from '../number/extension.ts';
import { type Candidate, mostCandidates, type PageField } from './candidate.ts';
import { enough, type Feature, weights } from './certainty-weights.ts';
import {
  featuresOf,
  isDisputed,
  isOnlyInList,
  isUnseen,
  type NumberOfPage,
  type PageOfNumbers,
  personOf,
} from './number-features.ts';
import type { WeighedNumber } from './numbers.ts';
import type { NumberedPage } from './numbers-of-page.ts';
import type { PageFact } from './snapshot.ts';

type NumbersOfPage = Pick<NumberedPage, 'numbers' | 'showsRecord'>;

/**
 * The numbers of a page as a field: the likeliest first, each with how probable it is that it is the
 * one to call. What a person clicked, selected or typed is certain, and so is what a rule found.
 */
export function numberField({ numbers, showsRecord }: NumbersOfPage): PageField | undefined {
  const all = eachOnce(withVisibleFirst(numbers));
  const namesPeople = hasSeveralPeople(all);
  const [best, ...others] = all
    .slice(0, mostCandidates)
    .map((number) => candidate(number, { all, showsRecord }, namesPeople));
  return best && { best, others, filled: best.probability >= enough };
}

/** The numbers of a page that no rule keeps out of a form, in the same order, each with what the weights are asked about. */
export function observedNumbers({
  numbers,
  showsRecord,
}: NumbersOfPage): { value: string; features: Feature[] }[] {
  const all = eachOnce(withVisibleFirst(numbers));
  const page = { all, showsRecord };
  return all
    .filter((number) => !isDisputed(number, all) && !isDoubtful(number, page))
    .map((number) => ({ value: number.value, features: featuresOf(number, page) }));
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

function candidate(number: NumberOfPage, page: PageOfNumbers, namesPeople: boolean): Candidate {
  const { value, shown, source: where, meant } = number.mentions[0] as WeighedNumber;
  const person = namesPeople || isOnlyInList(number) ? personOf(number) : undefined;
  const source = { ...where, ...(person && { person }) };
  const fitted = probabilityOf(featuresOf(number, page));
  const probability = meant
    ? 1
    : isDoubtful(number, page) || isDisputed(number, page.all)
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
 * is a person's number; and numbers of few digits. All are too rare on pages for their weight to be fitted.
 */
function isDoubtful({ value, mentions }: NumberOfPage, { showsRecord }: PageOfNumbers): boolean {
  const isOfSwitchboard = !value.startsWith('+') && mentions.every(({ phone }) => phone.valid);
  if ((value.length <= 7 && !isOfSwitchboard) || (!showsRecord && mentions.every(isBare)))
    return true;
  if (mentions.every(isLikeCount) || isBeyondPlan(value)) return true;
  if (/1234567\d{0,3}$/.test(value))
    return !mentions.some((one) => isDeclared(one) || isNamed(one));
  return !mentions.some(
    (one) => isDeclared(one) || one.phone.valid || one.phone.international || one.sense !== 'none',
  );
}

/** In North America no area code begins with 1: `(123) 456-7890` reaches no telephone. https://nationalnanpa.com */
function isBeyondPlan(value: string): boolean {
  return /^\+11\d{9}$/.test(value);
}

/** Digits in the middle of words of which nothing says that they are called: "Depot 0228 4333 112". */
function isBare({
  phone,
  fact,
  sense,
  declared,
  person,
  source: { text = '' },
}: WeighedNumber): boolean {
  if (declared || sense !== 'none' || phone.international || phone.grouping === 'usual')
    return false;
  if (person !== undefined || /[@(（]|www\./.test(fact.value)) return false;
  const [before = ''] = fact.value.split(text);
  return /^(?:text|heading|pair)$/.test(fact.kind) && /\p{L}{2}[^\n]*$/u.test(before);
}

/** `612 345 678`: where nobody's name and no word says that it is called, it may count something. */
function isLikeCount({ sense, declared, person, source: { text = '' } }: WeighedNumber): boolean {
  if (declared || sense !== 'none' || person !== undefined) return false;
  return /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})+$/.test(text.trim());
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

/**
 * The extension of the number that a form gets: written behind it, or in a field of its own beside the only
 * number that a switchboard answers. A mobile has none.
 */
export function extensionField(
  best: WeighedNumber,
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
  filled: boolean,
): PageField | undefined {
  const same = numbers.filter(({ value, phone }) => value === best.value && phone.extension);
  const [first = best] = same;
  const isSaid = new Set(same.map(({ phone }) => phone.extension)).size === 1;
  const { extension } = isSaid ? first.phone : best.phone;
  if (extension) return fieldOf(extension, first.source, filled);
  const isAlone = numbers.every(
    ({ value, sense }) => value === best.value || !/^(?:phone|company|none)$/.test(sense),
  );
  if (best.sense === 'mobile' || !isAlone || best.meant) return undefined;
  const fields = facts.filter((fact) => isExtension(fact) && fact.region === best.region);
  const [field] = fields;
  if (!field || new Set(fields.map(({ value }) => value.trim())).size > 1) return undefined;
  const { kind, value, label = field.name } = field;
  return fieldOf(value.trim(), { kind, text: value, ...(label && { label }) }, filled);
}

/** A field whose label says that it holds an extension, and that holds nothing else. */
function isExtension({ kind, value, label = '', name = '', unseen }: PageFact): boolean {
  if (unseen || !/^\s*\d{1,7}\s*$/.test(value)) return false;
  if (kind === 'input')
    return isExtensionLabel(label) || /(?:^|[\s_-])(?:ext|extension)\b/i.test(name);
  return kind === 'pair' && isExtensionLabel(label);
}

function fieldOf(value: string, source: Candidate['source'], filled: boolean): PageField {
  const certainty = filled ? 'likely' : 'possible';
  const best = { value, shown: value, source, certainty, probability: 0.97 } as const;
  return { best, others: [], filled };
}

import { isExtensionLabel } from '../number/extension.ts';
import { isPhoneSense } from '../number/label-words.ts';
import { type Candidate, eachValueOnce, mostCandidates, type PageField } from './candidate.ts';
import { enough, type Feature, weights } from './certainty-weights.ts';
import {
  featuresOf,
  isAmongBare,
  isDisputed,
  isOfUnknown,
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
 * The field of the customer's number as the page gives it: the likeliest number first, each with the probability that
 * it is the one to call. A number that the person clicked, selected or typed has the probability 1. Undefined where
 * the page holds no number.
 */
export function numberField({ numbers, showsRecord }: NumbersOfPage): PageField | undefined {
  const all = numbersInOrder(numbers);
  const namesPeople = hasSeveralPeople(all);
  const [best, ...others] = all
    .slice(0, mostCandidates)
    .map((number) => candidate(number, { all, showsRecord }, namesPeople));
  return best && { best, others, filled: best.probability >= enough };
}

/** For `npm run fit`: the numbers of which only the weights decide whether they fill a form, in order, with their features. */
export function observedNumbers({
  numbers,
  showsRecord,
}: NumbersOfPage): { value: string; features: Feature[] }[] {
  const all = numbersInOrder(numbers);
  const page = { all, showsRecord };
  return all
    .filter((number) => !isDisputed(number, all) && !isDoubtful(number, page))
    .map((number) => ({ value: number.value, features: featuresOf(number, page) }));
}

/**
 * Where the page shows the number of its record, lowers the weight of numbers that only its invisible data gives: they
 * may be another thing's, or out of date.
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

/** Each number once, the best one first. */
function numbersInOrder(numbers: readonly WeighedNumber[]): NumberOfPage[] {
  return eachValueOnce(withVisibleFirst(numbers), meantFirst)
    .map((number) => ({ ...number, meant: number.mentions[0]?.meant ?? false }))
    .toSorted(meantFirst);
}

/** What a person clicked, selected or typed comes first, whatever the weight of the rest of the page. */
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
  const probability = meant ? 1 : probabilityOf(number, page);
  const certainty = meant ? 'certain' : probability >= enough ? 'likely' : 'possible';
  return { value, shown, source, certainty, probability };
}

/** Whether the numbers of a page are those of several people, as the rows of a list are. */
function hasSeveralPeople(all: readonly NumberOfPage[]): boolean {
  const people = all.map(personOf).filter((person) => person !== undefined);
  return new Set(people).size > 1;
}

/**
 * Whether a number is of a sort too rare on pages for its weight to be fitted: what forms show as an example
 * (`123-456-7890`) and numbers outside their country's ranges, unless the page says that a person is called there;
 * numbers of few digits; digits that may count something.
 */
function isDoubtful({ value, mentions }: NumberOfPage, { showsRecord }: PageOfNumbers): boolean {
  const isOfSwitchboard = !value.startsWith('+') && mentions.every(({ phone }) => phone.valid);
  if (value.length <= 7 && !isOfSwitchboard) return true;
  if (showsRecord ? isOfUnknown(mentions) : mentions.every(isBare)) return true;
  if (mentions.every(isLikeCount) || isBeyondPlan(value) || mentions.every(isWithoutAreaCode))
    return true;
  if (/1234567\d{0,3}$/.test(value))
    return !mentions.some((one) => isDeclared(one) || isNamed(one));
  return !mentions.some(
    (one) => isDeclared(one) || one.phone.valid || one.phone.international || one.sense !== 'none',
  );
}

/** Whether a number has an area code of North America that begins with 1: none does (https://nationalnanpa.com). */
function isBeyondPlan(value: string): boolean {
  return /^\+11\d{9}$/.test(value);
}

/**
 * Whether a German or Austrian landline may lack its area code: written without the 0 before it, `Rufnummer 23125555`
 * is as likely a number of the reader's own town.
 */
function isWithoutAreaCode({ phone, source: { text = '' } }: WeighedNumber): boolean {
  const isOpenPlan = phone.country === 'DE' || phone.country === 'AT';
  return isOpenPlan && !phone.international && /^[1-9]\d{4,8}$/.test(text.replace(/\D/g, ''));
}

/** Whether digits stand behind other words, and nothing says that they are a telephone number: "Depot 0228 4333 112". */
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

/** Whether digits may count something, as `612 345 678` may: no word and no person's name calls it a number. */
function isLikeCount({ sense, declared, person, source: { text = '' } }: WeighedNumber): boolean {
  if (declared || sense !== 'none' || person !== undefined) return false;
  return /^[1-9]\d{0,2}(?:([ .])\d{3})(?:\1\d{3})+$/.test(text.trim());
}

function isDeclared({ declared, fact: { kind } }: WeighedNumber): boolean {
  return declared || kind === 'pair' || kind === 'parameter';
}

function isNamed({ sense, phone }: WeighedNumber): boolean {
  return phone.valid && isPhoneSense(sense);
}

const mostOfDoubtful = 0.9;

/** The probability that a number is the one to call: as fitted, and at most `mostOfDoubtful` where it is doubtful. */
function probabilityOf(number: NumberOfPage, page: PageOfNumbers): number {
  const odds = featuresOf(number, page).reduce((sum, feature) => sum + weights[feature], 0);
  const fitted = 1 / (1 + Math.exp(-odds));
  const isUncertain =
    isDoubtful(number, page) ||
    isDisputed(number, page.all) ||
    (!page.showsRecord && isAmongBare(number, page.all));
  return isUncertain ? Math.min(fitted, mostOfDoubtful) : fitted;
}

/**
 * The field of the extension: written behind the number that the form gets, or in a field of its own where that number
 * is the page's only one that a switchboard may answer. Undefined for a mobile, and where the page gives none.
 *
 * @param filled whether the number fills the form; the extension then does, too
 */
export function extensionField(
  best: WeighedNumber,
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
  filled: boolean,
): PageField | undefined {
  const same = numbers.filter(({ value, phone }) => value === best.value && phone.extension);
  const [first = best] = same;
  const isUndisputed = new Set(same.map(({ phone }) => phone.extension)).size === 1;
  const { extension } = isUndisputed ? first.phone : best.phone;
  if (extension) return fieldOf(extension, first.source, filled);
  const isAlone = numbers.every(
    ({ value, sense }) => value === best.value || !/^(?:phone|company|none)$/.test(sense),
  );
  if (best.sense === 'mobile' || !isAlone || best.meant) return undefined;
  const fields = facts.filter((fact) => isExtension(fact) && fact.region === best.region);
  const [field] = fields;
  if (!field || new Set(fields.map(({ value }) => value.trim())).size > 1) return undefined;
  const { kind, value, label = field.name } = field;
  return fieldOf(value.replace(/\D/g, ''), { kind, text: value, ...(label && { label }) }, filled);
}

/** Whether a fact is a field that holds an extension and nothing else, by its label or name. */
function isExtension({ kind, value, label = '', name = '', unseen }: PageFact): boolean {
  if (unseen || !/^\s*[#x]?\d{1,7}\s*$/i.test(value)) return false;
  if (kind === 'input')
    return isExtensionLabel(label) || /(?:^|[\s_-])(?:ext|extension)\b/i.test(name);
  return kind === 'pair' && isExtensionLabel(label);
}

function fieldOf(value: string, source: Candidate['source'], filled: boolean): PageField {
  const certainty = filled ? 'likely' : 'possible';
  const best = { value, shown: value, source, certainty, probability: 0.97 } as const;
  return { best, others: [], filled };
}

import { senseOf } from '../number/label.ts';
import { isPhoneSense } from '../number/label-words.ts';
import { hasUnknownWord } from '../number/unknown-words.ts';
import type { Feature } from './certainty-weights.ts';
import { isData, isMarkedUp } from './kinds.ts';
import { placeWeight, type WeighedNumber } from './numbers.ts';
import { customer } from './persons.ts';

/** One number of a page, with every place where the page has it, the best first. */
export interface NumberOfPage {
  value: string;
  mentions: readonly WeighedNumber[];
}

/** All numbers of a page, the best first. */
export interface PageOfNumbers {
  all: readonly NumberOfPage[];
  showsRecord: boolean;
}

/** The features of a number that speak for or against its being the one to call. */
export function featuresOf(number: NumberOfPage, { all, showsRecord }: PageOfNumbers): Feature[] {
  const { mentions } = number;
  const [best] = mentions;
  if (!best) return ['base'];
  const { phone, fact, sense, labelPlace } = best;
  const kinds = new Set(mentions.map(({ fact: { kind } }) => kind));
  const rivals = all.filter(
    (other) => other !== number && isRival(other, best) && !(showsRecord && isInMargin(other)),
  );
  const rivalsElsewhere = rivals.filter((other) => !isOfSameThing(other, number)).length;
  const isElsewhere = mentions.every(({ fact: { region } }) => region !== undefined);
  const isLink = kinds.has('link');
  const isLinkOfFirm = isLink && !showsRecord;
  const isInAside =
    !showsRecord &&
    personOf(number) === undefined &&
    mentions.some(({ fact: { region } }) => region === 'aside');
  const isFirst = number === all[0];
  const lead = best.weight - Math.max(...rivals.map(({ mentions: [one] }) => one?.weight ?? 0));
  const isSeen = mentions.some((each) => !isUnseen(each));
  const truths: Readonly<Partial<Record<Feature, boolean>>> = {
    base: true,
    callLink: isLink,
    telInput: mentions.some(({ fact: { kind }, declared }) => kind === 'input' && declared),
    structured: mentions.some(({ fact: { kind }, declared }) => declared && isMarkedUp(kind)),
    parameter: kinds.has('parameter'),
    attribute: fact.kind === 'attribute',
    meta: fact.kind === 'meta',
    mobile: sense === 'mobile',
    phone: sense === 'phone',
    company: sense === 'company',
    own: sense === 'own' && !showsRecord,
    ownBesideRecord: sense === 'own' && showsRecord,
    related: sense === 'related',
    other: sense === 'other',
    id: sense === 'id',
    labelBehind: labelPlace === 'behind',
    labelAbove: labelPlace === 'above',
    international: phone.international,
    usualGroups: phone.grouping === 'usual',
    oneRun: phone.grouping === 'none' && !best.declared,
    invalid: !phone.valid,
    otherCountry: best.otherCountry,
    inView: fact.place === 'viewport' || fact.place === 'focus',
    inMain: fact.place === 'main',
    aside: isElsewhere && isInAside && !isLinkOfFirm,
    elsewhere: isElsewhere && !isInAside && !isLinkOfFirm,
    linkElsewhere: isElsewhere && isLinkOfFirm,
    hidden: mentions.every(({ fact }) => fact.unseen === true),
    unseen: !isSeen && all.some((other) => other.mentions.some((each) => !isUnseen(each))),
    disagrees: mentions.every(({ disagrees }) => disagrees),
    firms: phone.isOfFirm,
    ofOther: mentions.every(({ ofOther }) => ofOther),
    saidTwice: kinds.size > 1,
    notFirst: !isFirst,
    betterRival: lead < -4,
    rivalBehind: isFirst && rivals.length > rivalsElsewhere,
    rival: !isFirst && lead >= -4 && rivals.length > rivalsElsewhere,
    rivalElsewhere: lead >= -4 && rivalsElsewhere === 1 && !showsRecord,
    rivalInRecord: lead >= -4 && rivalsElsewhere === 1 && showsRecord,
    rivalsInList: lead >= -4 && rivalsElsewhere > 1,
  };
  return (Object.keys(truths) as Feature[]).filter((feature) => truths[feature]);
}

/** Whether a number stands only in a page's footer or in its navigation. */
function isInMargin({ mentions }: NumberOfPage): boolean {
  return mentions.every(({ fact: { region } }) => region === 'footer' || region === 'nav');
}

/** Whether another number could be the one to call as well: neither a fax nor an ID, and not much weaker. */
function isRival({ mentions }: NumberOfPage, best: WeighedNumber): boolean {
  const [other] = mentions;
  return (
    other !== undefined &&
    !/^(?:other|id|numbered|related|own|company)$/.test(other.sense) &&
    anywhere(other) > anywhere(best) - 12
  );
}

/**
 * Whether a number stands only with one of several people whom the page shows alike. Pairs do not count: they do not
 * say in which row they stand, and the reader gives the same number as text, too.
 */
export function isOnlyInList({ mentions }: NumberOfPage): boolean {
  const placed = mentions.filter(({ fact }) => fact.kind !== 'pair');
  return placed.length > 0 && placed.every(({ isOneOfList }) => isOneOfList);
}

/**
 * Whether a number may be right but must not fill a form: its sources disagree, or the page shows another person just
 * like this one, with a number or without one.
 */
export function isDisputed(number: NumberOfPage, all: readonly NumberOfPage[]): boolean {
  const { mentions } = number;
  const [best] = mentions;
  if (!best) return false;
  const others = all.filter((other) => other !== number);
  return (
    mentions.some(({ contradicted }) => contradicted) ||
    isOnlyInList(number) ||
    others.some((other) => isTwin(other, number)) ||
    (best.fact.kind !== 'json-ld' && others.some(isOnlyInData))
  );
}

/** Whether nothing tells a number from another one that stands there in the same way, as in a list of missed calls. */
export function isAmongBare(number: NumberOfPage, all: readonly NumberOfPage[]): boolean {
  const isBareText = ({ fact: { kind, region }, sense, declared }: WeighedNumber) =>
    kind === 'text' && region === undefined && sense === 'none' && !declared;
  const [best] = number.mentions;
  return (
    number.mentions.every(isBareText) &&
    all.some(
      (other) =>
        other !== number &&
        other.mentions.every(isBareText) &&
        other.mentions.some(({ weight }) => weight === best?.weight),
    )
  );
}

/** Whether words that no list knows say whose a number on a record is: "Janitor: 212…", "Carer phone". */
export function isOfUnknown(mentions: readonly WeighedNumber[]): boolean {
  const said = mentions.map(saysUnknown);
  return said.includes(true) && !said.includes(false);
}

/** Undefined where no words stand beside a number. */
function saysUnknown({
  fact,
  sense,
  person,
  source,
  declared,
}: WeighedNumber): boolean | undefined {
  const { kind, label = '', value, text: shown = value } = fact;
  if (isData(kind) || kind === 'parameter') return false;
  const [before = ''] = value.split(source.text ?? '');
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isNamed = person !== undefined && line.includes(person);
  const isInLine = kind === 'text' && /\p{L}/u.test(line) && !isNamed;
  const words = (isInLine ? line : label.replace(shown, '')).replace(/\(.*|\S*@\S*/g, ' ').trim();
  // What merely stands before a number, and is longer than labels are, may be a heading or a person's office.
  const isNoLabel = kind !== 'pair' && !isInLine && /,|(?:\S+\s+){4}/.test(words);
  if (words === '' || isNoLabel) return isNamed || declared ? false : undefined;
  if (customer.test(words) || words === person || /address?e?$/i.test(words)) return false;
  const mayBe =
    sense === 'none' || (isPhoneSense(sense) && (!isInLine || /^[^:]{2,40}:$/.test(words)));
  return mayBe && hasUnknownWord(words);
}

/** Whether only structured data gives a number for the page's subject, and the page does not show it. */
function isOnlyInData({ mentions }: NumberOfPage): boolean {
  return mentions.every(
    (one) =>
      one.declared &&
      isMarkedUp(one.fact.kind) &&
      isUnseen(one) &&
      /^(?:none|phone|mobile)$/.test(one.sense),
  );
}

/** The weight of a number without that of its place: the rows of a list weigh the same, in view or not. */
function anywhere({ weight, fact: { place = 'rest' } }: WeighedNumber): number {
  return weight - placeWeight[place];
}

/** Whether another number is another person's and stands there in the same way: in the next row, the next card. */
function isTwin(other: NumberOfPage, number: NumberOfPage): boolean {
  const [best] = number.mentions;
  const [person, another] = [personOf(number), personOf(other)];
  if (!best || person === undefined || another === undefined || person === another) return false;
  return other.mentions.some(
    (one) => one.sense === best.sense && Math.abs(anywhere(one) - anywhere(best)) <= 2,
  );
}

/** The person whose number it is, where the page says so. */
export function personOf({ mentions }: NumberOfPage): string | undefined {
  return mentions.find(({ person }) => person !== undefined)?.person;
}

/** Whether two numbers belong to the same person, office or record, as a mobile and a second line do. */
function isOfSameThing(other: NumberOfPage, number: NumberOfPage): boolean {
  const isBeside = other.mentions[0]?.region === number.mentions[0]?.region;
  return isBeside && thingOf(other) === thingOf(number);
}

/** What a number belongs to: the person, or else the first words of its row, card or entry that are no label. */
function thingOf(number: NumberOfPage): string {
  const { within = '' } = number.mentions[0]?.fact ?? {};
  return personOf(number) ?? within.split('\n').find((line) => senseOf(line) === 'none') ?? '';
}

/** Whether a number stands in what the page does not show: in its data, its meta elements or its address. */
export function isUnseen({ fact: { kind, unseen } }: WeighedNumber): boolean {
  return unseen === true || kind === 'json-ld' || kind === 'meta' || kind === 'parameter';
}

import type { Feature } from './certainty-weights.ts';
import type { WeighedNumber } from './numbers.ts';
import { personWithin } from './person-name.ts';

/** One number of a page, with every place where it was found, the best first. */
export interface NumberOfPage {
  value: string;
  mentions: readonly WeighedNumber[];
}

/** What is true of a number of a page and bears on its being the one to call. */
export function featuresOf(number: NumberOfPage, all: readonly NumberOfPage[]): Feature[] {
  const { mentions } = number;
  const [best] = mentions;
  if (!best) return ['base'];
  const { phone, fact, sense, labelPlace } = best;
  const kinds = new Set(mentions.map(({ fact: { kind } }) => kind));
  const rivals = all.filter((other) => other !== number && isRival(other, best));
  const lead = best.weight - Math.max(...rivals.map(({ mentions: [one] }) => one?.weight ?? 0));
  const isSeen = mentions.some((each) => !isUnseen(each));
  const truths: Readonly<Partial<Record<Feature, boolean>>> = {
    base: true,
    callLink: kinds.has('link'),
    telInput: mentions.some(({ fact: { kind }, declared }) => kind === 'input' && declared),
    structured: mentions.some(
      ({ fact: { kind }, declared }) => declared && structuredKinds.has(kind),
    ),
    parameter: kinds.has('parameter'),
    attribute: fact.kind === 'attribute',
    meta: fact.kind === 'meta',
    mobile: sense === 'mobile',
    phone: sense === 'phone',
    company: sense === 'company',
    own: sense === 'own',
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
    elsewhere: mentions.every(({ fact: { region } }) => region !== undefined),
    hidden: mentions.every(({ fact }) => fact.unseen === true),
    unseen: !isSeen && all.some((other) => other.mentions.some((each) => !isUnseen(each))),
    disagrees: mentions.every(({ disagrees }) => disagrees),
    firms: phone.isFirms,
    ofOther: mentions.every(({ ofOther }) => ofOther),
    rivalInput: fact.kind === 'input' && lead >= -4 && lead < 4,
    saidTwice: kinds.size > 1,
    notFirst: number !== all[0],
    betterRival: lead < -4,
    rival: lead >= -4 && lead < 4,
    weakRival: lead >= 4 && rivals.length > 0,
  };
  return (Object.keys(truths) as Feature[]).filter((feature) => truths[feature]);
}

const structuredKinds = new Set(['json-ld', 'microdata', 'rdfa', 'microformat']);

/** A number that could be meant as well: neither a fax nor an id, and not much weaker. */
function isRival({ mentions }: NumberOfPage, best: WeighedNumber): boolean {
  const [other] = mentions;
  return (
    other !== undefined &&
    !/^(?:other|id|related|own|company)$/.test(other.sense) &&
    other.weight > best.weight - 12
  );
}

/**
 * Whether its sources disagree, or another person's number is shown just alike: it may be right, and does not
 * fill a form.
 */
export function isDisputed(number: NumberOfPage, all: readonly NumberOfPage[]): boolean {
  const { mentions } = number;
  const [best] = mentions;
  if (!best) return false;
  const others = all.filter((other) => other !== number);
  return (
    mentions.some(({ contradicted }) => contradicted) ||
    others.some((other) => isTwin(other, best)) ||
    (best.fact.kind !== 'json-ld' && others.some(isOnlyInData))
  );
}

/** Structured data says it of the page's subject, and the page does not show it. */
function isOnlyInData({ mentions }: NumberOfPage): boolean {
  return mentions.every(
    (one) =>
      one.declared &&
      structuredKinds.has(one.fact.kind) &&
      isUnseen(one) &&
      /^(?:none|phone|mobile)$/.test(one.sense),
  );
}

/** A number that is said of another person in the same way: the next row, the next card. */
function isTwin({ mentions }: NumberOfPage, best: WeighedNumber): boolean {
  const person = personWithin(best.fact.within);
  return mentions.some((other) => {
    const another = personWithin(other.fact.within);
    const isAlike = other.sense === best.sense && Math.abs(other.weight - best.weight) <= 2;
    return isAlike && person !== undefined && another !== undefined && person !== another;
  });
}

/** Read from what the page does not show: structured data, meta elements, its address. */
export function isUnseen({ fact: { kind, unseen } }: WeighedNumber): boolean {
  return unseen === true || kind === 'json-ld' || kind === 'meta' || kind === 'parameter';
}

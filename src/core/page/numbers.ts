import { withDialCode } from '../number/dial-code.ts';
import { isExtensionLabel } from '../number/extension.ts';
import { inHousePhone, readInHouse } from '../number/in-house.ts';
import { type LabelSense, senseOf } from '../number/label.ts';
import { isPhoneSense } from '../number/label-words.ts';
import type { Budget } from '../number/parse.ts';
import { isOfPlan, type Phone } from '../number/phone.ts';
import { readPhone } from '../number/read.ts';
import { callingLink, chatLink } from '../number/uri.ts';
import type { Weighed } from './candidate.ts';
import { isLink, isMarkedUp, proseWeight } from './kinds.ts';
import { type LabelPlace, type NumberInProse, numbersInProse } from './prose.ts';
import { isChosen, isSaid } from './said.ts';
import type { PageFact, Place } from './snapshot.ts';

/** A number in a fact of the page, weighed. */
export interface WeighedNumber extends Weighed {
  phone: Phone;
  fact: PageFact;
  sense: LabelSense;
  labelPlace: LabelPlace;
  /** Whether its markup says that it is a telephone number: a calling link, an input of telephones, data. */
  declared: boolean;
  /** Whether the person clicked, selected or typed it. */
  meant: boolean;
  /** Whether it was read by the plan of another country than the page's likeliest. */
  otherCountry: boolean;
  /** Whether a link calls it and shows another number. */
  disagrees: boolean;
  /** Whether the page says otherwise as well: a link shows it and calls another, a dialog shows another person. */
  contradicted: boolean;
  /** Whether it stands behind the name of another person than the one in the page's heading. */
  ofOther: boolean;
  /** The person whose number it is, where the page says so. */
  person?: string;
  /** Whether that person is one of several whom the page shows alike, with or without a number. */
  isOneOfList: boolean;
}

/** What the person pointed at outweighs everything else on the page. */
export const placeWeight: Readonly<Record<Place, number>> = {
  selection: 100,
  focus: 40,
  viewport: 15,
  main: 8,
  rest: 0,
};

export const senseWeight: Readonly<Record<LabelSense, number>> = {
  mobile: 22,
  phone: 18,
  none: 0,
  numbered: -6,
  company: -8,
  own: -18,
  related: -40,
  id: -45,
  other: -50,
};

/**
 * Finds all telephone numbers in a fact and weighs them.
 *
 * @param countries of the page (ISO 3166), the likeliest first
 * @param inHouse forms of in-house numbers, as the settings give them
 */
export function numbersIn(
  fact: PageFact,
  countries: readonly string[],
  budget?: Budget,
  inHouse: readonly string[] = [],
): WeighedNumber[] {
  if (fact.turned) return [];
  const declared = declaredNumber(fact);
  if (declared && !isTypedAmount(fact, declared.sense, inHouse)) {
    const phone = phoneOf(fact, countries, budget) ?? readInHouse(fact.value, inHouse);
    const shown = isLink(fact.kind) ? numbersInProse(asText(fact), countries, budget) : [];
    return weighDeclared(fact, declared, phone, shown, countries);
  }
  const weight = proseWeight[fact.kind];
  if (weight === undefined) return [];
  const short = inHouseNumber(fact, countries[0], inHouse);
  if (short) return [weigh(fact, short, weight, countries)];
  return numbersInProse(fact, countries, budget).map((number) =>
    weigh(fact, number, weight, countries),
  );
}

/**
 * Weighs the number that a fact declares, and those that it shows where it is a link. Where a link shows one number and
 * calls another, the one that people read comes first.
 */
function weighDeclared(
  fact: PageFact,
  { sense, weight }: { sense: LabelSense; weight: number },
  phone: Phone | undefined,
  shown: readonly NumberInProse[],
  countries: readonly string[],
): WeighedNumber[] {
  const disagrees = shown.length > 0 && shown.every((one) => one.phone.e164 !== phone?.e164);
  const found: WeighedNumber[] = [];
  if (phone) {
    const own: NumberInProse = { phone, sense, labelPlace: 'beside', text: fact.value };
    const weighed = weigh(fact, own, weight - (disagrees ? 40 : 0), countries);
    found.push({ ...weighed, declared: true, disagrees });
  }
  if (!disagrees) return found;
  const contradicted = phone?.valid === true;
  return [...found, ...shown.map((one) => ({ ...weigh(fact, one, 46, countries), contradicted }))];
}

/** The number that all of a fact's value is, read with the country chosen beside an input. */
function phoneOf(
  { kind, value, label = '' }: PageFact,
  countries: readonly string[],
  budget?: Budget,
): Phone | undefined {
  const dialled = kind === 'input' ? withDialCode(value, label) : undefined;
  const withCode = dialled === undefined ? undefined : readPhone(dialled, countries, budget);
  const own = withCode?.valid ? undefined : readPhone(value, countries, budget);
  return own?.valid ? own : (withCode ?? own);
}

/**
 * The in-house number of a colleague: a field that its label calls a telephone or an extension, or what the person
 * pointed at, in a form that the settings give. Without such a form, three to six digits behind a telephone's label
 * count as possible and never fill a form, because only the firm's switchboard knows them.
 */
function inHouseNumber(
  { kind, value, label = '' }: PageFact,
  country: string | undefined,
  forms: readonly string[],
): NumberInProse | undefined {
  const text = value.trim();
  const sense = senseOf(label, country);
  const isMeant = isSaid({ kind });
  const isField = kind === 'pair' || kind === 'input';
  if (!isMeant && !isField) return undefined;
  const isLabelled = isPhoneSense(sense);
  const isOfForm = isMeant || isLabelled || isExtensionLabel(label);
  const phone =
    (isOfForm ? readInHouse(text, forms) : undefined) ??
    (kind === 'pair' && sense === 'phone' && /^\d{3,6}$/.test(text)
      ? inHousePhone(text, false)
      : undefined);
  return phone && { phone, sense: isLabelled ? sense : 'none', labelPlace: 'beside', text };
}

/** A link as the text that it shows. The label `tel` makes its digits a number, however they are written. */
function asText({ text = '', label = '', ...fact }: PageFact): PageFact {
  return { ...fact, kind: 'text', value: text, label: `${label} tel` };
}

function weigh(
  fact: PageFact,
  { phone, sense, labelPlace, text, label = fact.label ?? fact.name }: NumberInProse,
  weight: number,
  countries: readonly string[],
): WeighedNumber {
  const otherCountry =
    !phone.international && phone.country !== undefined && !isOfPlan(phone, countries[0]);
  const isForeign = phone.country !== undefined && !countries.includes(phone.country);
  const total =
    weight +
    placeWeight[fact.place ?? 'rest'] +
    senseWeight[sense] +
    (isChosen(fact) ? 20 : 0) -
    (phone.valid ? 0 : invalidCost(fact, phone, sense)) -
    (fact.region ? 14 : 0) -
    (fact.unseen ? 24 : 0) -
    (phone.isOfFirm ? 6 : 0) -
    (isForeign ? 2 : 0);
  return {
    value: phone.e164,
    shown: phone.shown,
    source: { kind: fact.kind, ...(label && { label }), text: text.trim().slice(0, 120) },
    weight: total,
    ...(fact.region && { region: fact.region }),
    phone,
    fact,
    sense,
    labelPlace,
    declared: false,
    disagrees: false,
    contradicted: false,
    ofOther: false,
    isOneOfList: false,
    meant: isSaid(fact),
    otherCountry,
  };
}

/**
 * What a number loses for being possible but not valid, as numbers of the 555 range are: little in a calling link, or
 * where it has both a label and its country; much elsewhere, where it may be no number at all.
 */
function invalidCost(fact: PageFact, { international }: Phone, sense: LabelSense): number {
  const isNumber =
    (international && isPhoneSense(sense)) || (isLink(fact.kind) && callingLink.test(fact.value));
  return isNumber ? 2 : 14;
}

/** The sense and the weight of a fact whose markup says that it is a telephone number; else undefined. */
function declaredNumber(fact: PageFact): { weight: number; sense: LabelSense } | undefined {
  const { kind, value, name = '', label = '', text = '' } = fact;
  const called = senseOf(label);
  const sense = called === 'id' ? 'none' : called;
  if (isMarkedUp(kind)) {
    const property = name.split(/[.:]/).at(-1) ?? '';
    if (/^fax(?:number)?$/i.test(property)) return { weight: 48, sense: 'other' };
    const isPhone = /^(?:has)?(?:tele)?phone(?:number)?$|^(?:tel|mobile)$/i.test(property);
    if (!isPhone) return undefined;
    return { weight: 48 + ownerWeight(name), sense: otherOwner.test(name) ? 'related' : sense };
  }
  switch (kind) {
    case 'clicked-link':
    case 'link':
      if (!callingLink.test(value)) return undefined;
      // A link that dials further digits once the call is answered leads into a conference.
      if (/,\d{6,12}#?\s*$/.test(value)) return { weight: 52, sense: 'other' };
      return { weight: chatLink.test(value) && !/\d/.test(text) ? 28 : 52, sense };
    case 'input':
      return /\btel(?:-national|-local)?\b/.test(name) && called !== 'id'
        ? { weight: 56, sense }
        : undefined;
    default:
      return undefined;
  }
}

/** Whether an input of telephones holds an amount, a year or a postcode: pages use `type=tel` for those, too. */
function isTypedAmount(
  { kind, value }: PageFact,
  sense: LabelSense,
  inHouse: readonly string[],
): boolean {
  if (kind !== 'input' || isPhoneSense(sense)) return false;
  return (value.match(/\p{Nd}/gu) ?? []).length < 7 && readInHouse(value, inHouse) === undefined;
}

/** The paths of data about others than the page's subject: its author, its seller. */
const otherOwner =
  /\.(?:author|creator|publisher|editor|seller|provider|broker|sponsor|funder|reviewedBy|worksFor|employee|spouse|parent|children|knows)[:.]/i;

/** More weight where data gives a number to a person, a customer or a caller; less where to a firm. */
function ownerWeight(name: string): number {
  if (/customer|client|buyer|caller|Person|recipient|attendee/i.test(name)) return 14;
  return /Organization|Business|seller|provider|publisher|Store|brand/i.test(name) ? -8 : 0;
}

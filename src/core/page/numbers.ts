import { withDialCode } from '../number/dial-code.ts';
import { isExtensionLabel } from '../number/extension.ts';
import { inHousePhone, readInHouse } from '../number/in-house.ts';
import { type LabelSense, senseOf } from '../number/label.ts';
import type { Budget } from '../number/parse.ts';
import { isOfPlan, type Phone } from '../number/phone.ts';
import { readPhone } from '../number/read.ts';
import { callingLink, chatLink } from '../number/uri.ts';
import type { Weighed } from './candidate.ts';
import { type FactKind, isMarkedUp, proseWeight } from './kinds.ts';
import { type LabelPlace, type NumberInProse, numbersInProse } from './prose.ts';
import type { PageFact, Place } from './snapshot.ts';

/** A number of the page with what speaks for it. */
export interface WeighedNumber extends Weighed {
  phone: Phone;
  fact: PageFact;
  sense: LabelSense;
  labelPlace: LabelPlace;
  /** The page says of it that it is a telephone number. */
  declared: boolean;
  /** A person clicked, selected or typed it, or a site rule found it. */
  meant: boolean;
  /** Read by the plan of another country than the page's first. */
  otherCountry: boolean;
  /** What a link calls where it shows another number. */
  disagrees: boolean;
  /** What a link shows where it calls another number. */
  contradicted: boolean;
  /** It stands behind the name of another person than the page is headed by. */
  ofOther: boolean;
  /** Whose it is, where the page says so. */
  person?: string;
  /** That is one of several people whom the page shows alike, with or without a number. */
  isOneOfList: boolean;
}

/** What someone pointed at outweighs all that was only found. */
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

/** All telephone numbers that a fact holds, weighed. */
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
    // What a link shows is what a person reads; what it calls comes behind where the two differ.
    const shown = isLink(fact) ? numbersInProse(asText(fact), countries, budget) : [];
    const disagrees = shown.length > 0 && shown.every((one) => one.phone.e164 !== phone?.e164);
    const own = phone
      ? weigh(
          fact,
          { phone, sense: declared.sense, labelPlace: 'beside', text: fact.value },
          declared.weight - (disagrees ? 40 : 0),
          countries,
        )
      : undefined;
    return [
      ...(own ? [{ ...own, declared: true, disagrees }] : []),
      ...(disagrees
        ? shown.map((one) => ({
            ...weigh(fact, one, 46, countries),
            contradicted: phone?.valid === true,
          }))
        : []),
    ];
  }
  const weight = proseWeight[fact.kind];
  if (weight === undefined) return [];
  const short = inHouseNumber(fact, countries[0], inHouse);
  if (short) return [weigh(fact, short, weight, countries)];
  return numbersInProse(fact, countries, budget).map((number) =>
    weigh(fact, number, weight, countries),
  );
}

function phoneOf(
  { kind, value, label = '' }: PageFact,
  countries: readonly string[],
  budget?: Budget,
): Phone | undefined {
  const dialled = kind === 'input' ? withDialCode(value, label) : undefined;
  const abroad = dialled === undefined ? undefined : readPhone(dialled, countries, budget);
  const own = abroad?.valid ? undefined : readPhone(value, countries, budget);
  return own?.valid ? own : (abroad ?? own);
}

/**
 * The number of a colleague as a record has it: all that a field holds that is labelled as a telephone or an
 * extension, in a form that the settings give. Else three to six digits behind a telephone's label are offered
 * and never fill a form, for only the switchboard of the firm knows them.
 */
function inHouseNumber(
  { kind, value, label = '' }: PageFact,
  country: string | undefined,
  forms: readonly string[],
): NumberInProse | undefined {
  const text = value.trim();
  const sense = senseOf(label, country);
  const isMeant = meantKinds.has(kind);
  const isField = kind === 'pair' || kind === 'input';
  if (!isMeant && !isField) return undefined;
  const isLabelled = /^(?:phone|mobile)$/.test(sense);
  const isOfForm = isMeant || isLabelled || isExtensionLabel(label);
  const phone =
    (isOfForm ? readInHouse(text, forms) : undefined) ??
    (kind === 'pair' && sense === 'phone' && /^\d{3,6}$/.test(text)
      ? inHousePhone(text, false)
      : undefined);
  return phone && { phone, sense: isLabelled ? sense : 'none', labelPlace: 'beside', text };
}

function isLink({ kind }: PageFact): boolean {
  return kind === 'link' || kind === 'clicked-link';
}

/** A link as the text that it shows. Digits are a number there, however they are written. */
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
    senseWeight[sense] -
    (phone.valid ? 0 : invalidCost(fact, phone, sense)) -
    (fact.region ? 14 : 0) -
    (fact.unseen ? 24 : 0) -
    (phone.isFirms ? 6 : 0) -
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
    meant: meantKinds.has(fact.kind),
    otherCountry,
  };
}

const meantKinds: ReadonlySet<FactKind> = new Set([
  'address-bar',
  'clicked-link',
  'clicked-text',
  'selection',
]);

/**
 * What a number loses for being possible but not valid, such as those of the 555 range: much in
 * prose, where it may be no number at all, and little in a link that says that it is one, or where a label and its
 * country say so.
 */
function invalidCost(fact: PageFact, { international }: Phone, sense: LabelSense): number {
  const isSaid = international && /^(?:phone|mobile)$/.test(sense);
  return isSaid || (isLink(fact) && callingLink.test(fact.value)) ? 2 : 14;
}

/** A fact that says of itself that it is a telephone number, whatever stands beside it. */
function declaredNumber(fact: PageFact): { weight: number; sense: LabelSense } | undefined {
  const { kind, value, name = '', label = '', text = '' } = fact;
  const called = senseOf(label);
  const sense = called === 'id' ? 'none' : called;
  if (isMarkedUp(kind)) {
    const property = name.split(/[.:]/).at(-1) ?? '';
    if (/^fax(?:number)?$/i.test(property)) return { weight: 48, sense: 'other' };
    const isPhone = /^(?:has)?(?:tele)?phone(?:number)?$|^(?:tel|mobile)$/i.test(property);
    if (!isPhone) return undefined;
    return { weight: 48 + ownerWeight(name), sense: isOfOther(name) ? 'related' : sense };
  }
  switch (kind) {
    case 'clicked-link':
    case 'link':
      if (!callingLink.test(value)) return undefined;
      // What is dialled once it answers is a conference's number, as in an invitation to one.
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

/** Amounts, years and postcodes are typed on the keys of a telephone (`type=tel`), too: they have few digits. */
function isTypedAmount(
  { kind, value }: PageFact,
  sense: LabelSense,
  inHouse: readonly string[],
): boolean {
  if (kind !== 'input' || /^(?:phone|mobile)$/.test(sense)) return false;
  return (value.match(/\p{Nd}/gu) ?? []).length < 7 && readInHouse(value, inHouse) === undefined;
}

/** Of someone in another part than the page's subject: who wrote it, who sells it. */
function isOfOther(name: string): boolean {
  return /\.(?:author|creator|publisher|editor|seller|provider|broker|sponsor|funder|reviewedBy|worksFor|employee|spouse|parent|children|knows)[:.]/i.test(
    name,
  );
}

/** A person, a customer or a caller is meant rather than the firm whose page it is. */
function ownerWeight(name: string): number {
  if (/customer|client|buyer|caller|Person|recipient|attendee/i.test(name)) return 14;
  return /Organization|Business|seller|provider|publisher|Store|brand/i.test(name) ? -8 : 0;
}

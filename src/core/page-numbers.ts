import type { Weighed } from './page-candidate.ts';
import type { PageFact, Place } from './page-snapshot.ts';
import { findPhones, type Phone, readPhone } from './phone.ts';
import { type LabelSense, senseOf } from './phone-labels.ts';

/** A number of the page with what speaks for it. */
export interface WeighedNumber extends Weighed {
  phone: Phone;
  fact: PageFact;
}

/** What someone pointed at outweighs all that was only found. */
const placeWeight: Readonly<Record<Place, number>> = {
  selection: 100,
  focus: 40,
  viewport: 15,
  main: 8,
  rest: 0,
};

const senseWeight: Readonly<Record<LabelSense, number>> = {
  mobile: 22,
  phone: 18,
  none: 0,
  own: -12,
  id: -45,
  fax: -50,
};

const nothing = 1;

/** All numbers that a fact holds, weighed. */
export function numbersIn(fact: PageFact, countries: readonly string[]): WeighedNumber[] {
  const weighed = (
    phone: Phone,
    weight: number,
    sense: LabelSense,
    text: string,
  ): WeighedNumber => {
    const total =
      weight +
      placeWeight[fact.place ?? 'rest'] +
      senseWeight[sense] +
      (phone.valid ? 0 : -14) +
      (phone.country && !countries.includes(phone.country) ? -2 : 0);
    return {
      value: phone.e164,
      shown: phone.shown,
      source: sourceOf(fact, text),
      weight: Math.max(nothing, total),
      phone,
      fact,
    };
  };

  const whole = wholeNumber(fact);
  if (whole) {
    const phone = readPhone(fact.value, countries);
    return phone ? [weighed(phone, whole.weight, whole.sense, fact.value)] : [];
  }
  if (!proseWeight[fact.kind]) return [];
  return numbersInProse(fact, countries).map(({ phone, sense, text }) =>
    weighed(phone, proseWeight[fact.kind] ?? 0, sense, text),
  );
}

/** Kinds of facts that are read as running text. */
const proseWeight: Readonly<Partial<Record<PageFact['kind'], number>>> = {
  selection: 30,
  input: 26,
  heading: 26,
  pair: 28,
  text: 24,
  meta: 10,
  parameter: 26,
};

/** A fact that says of itself that it is one number, with the weight of that. */
function wholeNumber(fact: PageFact): { weight: number; sense: LabelSense } | undefined {
  const { kind, value, name = '', label = '' } = fact;
  const sense = senseOf(label);
  const last = name.split(/[.:]/).at(-1) ?? '';
  if (kind === 'clicked-link' || kind === 'link') {
    const speaks =
      /^\s*(?:tel|callto|sms|whatsapp):|^https?:\/\/(?:wa\.me|(?:api|web)\.whatsapp\.com)/i;
    if (!speaks.test(value)) return { weight: 0, sense: 'id' };
    return { weight: 52, sense: sense === 'id' ? 'none' : sense };
  }
  if (kind === 'site-rule') return undefined;
  if (kind === 'input') {
    if (/\btel(?:-national|-local)?\b/.test(name))
      return { weight: 56, sense: sense === 'id' ? 'none' : sense };
    return senseOf(spaced(name)) === 'fax' ? { weight: 20, sense: 'fax' } : undefined;
  }
  if (kind === 'json-ld' || kind === 'microdata' || kind === 'rdfa' || kind === 'microformat') {
    if (/^(?:telephone|tel|phone|mobile|hasTelephone)$/i.test(last))
      return { weight: 48 + ownerWeight(name), sense: sense === 'id' ? 'none' : sense };
    return /^fax(?:number)?$/i.test(last)
      ? { weight: 48, sense: 'fax' }
      : { weight: 0, sense: 'id' };
  }
  return undefined;
}

/** A person, a customer or a caller is meant rather than the firm whose page it is. */
function ownerWeight(name: string): number {
  if (/customer|client|buyer|caller|Person|recipient|h-card|vcard|attendee/i.test(name)) return 14;
  return /Organization|Business|seller|provider|publisher|Store|brand/i.test(name) ? -8 : 0;
}

interface NumberInProse {
  phone: Phone;
  sense: LabelSense;
  text: string;
}

function numbersInProse(fact: PageFact, countries: readonly string[]): NumberInProse[] {
  const { value, label = '', kind, name = '' } = fact;
  const outside =
    kind === 'input' || kind === 'meta' || kind === 'parameter'
      ? `${label} ${spaced(name)}`
      : label;
  const sense = (start: number, end: number, earlier: number): LabelSense => {
    const line = value.lastIndexOf('\n', start - 1) + 1;
    const words = value.slice(Math.max(line, earlier, start - 48), start);
    const inside = senseOf(words);
    if (inside !== 'none') return inside;
    const behind = /^[ ,]*[([]([^)\]\n]{1,24})[)\]]|^ {1,3}(\p{L}{2,12})\.?\s*(?:$|\n|[,;|])/u.exec(
      value.slice(end, end + 40),
    );
    const after = behind ? senseOf(behind[1] ?? behind[2] ?? '') : 'none';
    return after === 'none' ? senseOf(outside) : after;
  };
  const isNumberAlone = value.replace(/[\p{Nd}\s().+\-‐-―/]/gu, '') === '';
  const picked = kind === 'selection' && isNumberAlone;
  let earlier = 0;
  const senses = new Map<number, LabelSense>();
  const found = findPhones(value, countries, (start, end) => {
    const what = sense(start, end, 0);
    senses.set(start, what);
    return picked || what === 'phone' || what === 'mobile' || what === 'own' || what === 'fax'
      ? 'labelled'
      : 'plain';
  });
  return found.flatMap(({ phone, start, end, text }) => {
    const what = sense(start, end, earlier);
    earlier = end;
    // What is called an order number is one, unless it is written as no order number is.
    const international = /^[+＋]/.test(text);
    if (what === 'id' && !international && kind !== 'selection') return [];
    return { phone, sense: what, text };
  });
}

/** `callerPhone_number` in words. */
function spaced(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_.:-]+/g, ' ');
}

function sourceOf(fact: PageFact, text: string): WeighedNumber['source'] {
  const label = fact.label ?? fact.name;
  return { kind: fact.kind, ...(label && { label }), text: text.trim().slice(0, 120) };
}

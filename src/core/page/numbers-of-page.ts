import { senseOf } from '../number/label.ts';
import { isPhoneSense, type LabelSense, takesBack } from '../number/label-words.ts';
import type { SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { countriesFor } from './country.ts';
import { withDataLabels } from './data-labels.ts';
import { showsRecord } from './fields.ts';
import { numbersIn, senseWeight, type WeighedNumber } from './numbers.ts';
import { customer, isUnderOther, recipient, staff, withMails, withPersons } from './persons.ts';
import { saidCountry } from './said-country.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** A page with the numbers found in it. */
export interface NumberedPage {
  /** Its facts include the parameters of its address. */
  snapshot: PageSnapshot;
  /** The countries by whose plans the numbers were read (ISO 3166), the likeliest first. */
  countries: readonly string[];
  numbers: readonly WeighedNumber[];
  /** Whether it shows a record (a person, a customer, an order), and is not just a page of a firm. */
  showsRecord: boolean;
}

/**
 * Finds every telephone number of a page.
 *
 * @param defaultCountry the settings' (ISO 3166)
 * @param inHouse the forms of in-house numbers, as the settings give them
 */
export function numbersOfPage(
  read: PageSnapshot,
  defaultCountry: string,
  rule?: Pick<SiteRule, 'country'>,
  inHouse: readonly string[] = [],
): NumberedPage {
  const snapshot = withParameters(read);
  const { language, url: address, facts } = snapshot;
  const countries = countriesFor({
    language,
    address,
    defaultCountry,
    ruleCountry: rule?.country,
    saidCountry: saidCountry(facts, language),
  });
  const isRecord = showsRecord(snapshot);
  const all = asNotesSay(numbersOf(facts.map(asHeader), countries, inHouse));
  const called = withDirection(withMails(withoutDialIns(all, facts), facts), facts);
  const ofSubject = withPlainestFirst(
    called
      .map((number) => (isRecord && isOfMaker(number) ? ofSense(number, 'own') : number))
      .map((number) => underItsHeading(number, isRecord)),
  );
  const numbers = withPersons(ofSubject, facts);
  return { snapshot, countries, numbers, showsRecord: isRecord };
}

/** A heading that is only a number is the name of whom the page is about: of a chat, of an unknown caller. */
function asHeader(fact: PageFact): PageFact {
  const { kind, value, region, ...rest } = fact;
  return kind === 'heading' && /^[+\d\s().-]{7,}$/.test(value)
    ? { kind, value, ...rest, label: 'phone' }
    : fact;
}

/** More than the largest page needs that the reader reads to its limits. */
const enoughForPage = { left: 1500, characters: 140_000 };

/**
 * The numbers of all facts. Facts without a valid number are read once more with up to three further countries: those
 * of the numbers that are written with their country.
 */
function numbersOf(
  facts: readonly PageFact[],
  countries: readonly string[],
  inHouse: readonly string[],
): WeighedNumber[] {
  const budget = { ...enoughForPage };
  const read = facts.map((fact) => numbersIn(fact, countries, budget, inHouse));
  const numbers = read.flat();
  const own = numbers.flatMap(({ phone }) => (phone.international && phone.country) || []);
  const more = [...new Set(own)].filter((country) => !countries.includes(country)).slice(0, 3);
  if (more.length === 0) return numbers;
  const all = [...countries, ...more];
  return facts.flatMap((fact, place) => {
    const found = read[place] ?? [];
    return found.some(({ phone }) => phone.valid) ? found : numbersIn(fact, all, budget, inHouse);
  });
}

/** How Zoom, Teams and Webex invite to a conference, in the languages of the extension. */
const invitation =
  /one tap mobile|dial by your location|conference id|schnelleinwahl mobil|einwahl nach (?:ihrem|aktuellem) standort|konferenz-?id|id de (?:la |votre )?conf[ée]ren(?:ce|cia)|composez un numéro en fonction|una pulsación móvil|marcar según su ubicación|um toque no celular|discar pelo seu local|会議 ?id/i;

/**
 * On a page with an invitation to a conference, weighs all numbers less that no word calls a telephone: they dial into
 * the conference and reach no person.
 */
function withoutDialIns(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  if (!facts.some(({ kind, value }) => kind === 'text' && invitation.test(value))) return numbers;
  const ofPhones = numbers.filter(({ sense }) => isPhoneSense(sense));
  const called = new Set(ofPhones.map(({ value }) => value));
  return numbers.map((number) =>
    number.sense === 'none' && !number.meant && !called.has(number.value)
      ? ofSense(number, 'other')
      : number,
  );
}

function ofSense(number: WeighedNumber, sense: LabelSense): WeighedNumber {
  const weight = number.weight - senseWeight[number.sense] + senseWeight[sense];
  return { ...number, sense, weight };
}

const preferred =
  /^\W*(?:preferred|primary|default|bevorzugt|standard|préféré|principal|preferid[oa]|preferit[oa]|voorkeur|preferowany)(?: (?:number|phone|contact))?\W*$/iu;
/** In a column of its own: "Preferred: Yes", "Do not call: Yes". */
const yes = /^(.*): (?:yes|ja|oui|s[íi]|sim|tak|true|x|✓)$/iu;

/** A number that a note takes back ("Invalid") is taken back wherever the page has it; "(mobile)" says its kind. */
function asNotesSay(numbers: readonly WeighedNumber[]): readonly WeighedNumber[] {
  const noted = new Map<string, LabelSense>();
  const chosen = new Set<string>();
  for (const { value, labelPlace, source, fact } of numbers) {
    const inLine = fact.value.split(source.text ?? '')[1]?.split('\n', 1)[0] ?? '';
    const behind = fact.behind ?? (labelPlace === 'behind' ? source.label : inLine) ?? '';
    const [, note = ''] = yes.exec(behind) ?? /(?:.*: )?(.*)/.exec(behind) ?? [];
    const isMobile = /^\(.*\)$/.test(note) && senseOf(note) === 'mobile';
    if (preferred.test(note)) chosen.add(value);
    if (takesBack.test(note)) noted.set(value, 'other');
    else if (isMobile && !noted.has(value)) noted.set(value, 'mobile');
  }
  return numbers.map((found) => {
    const sense = noted.get(found.value);
    const isOpen = sense === 'other' || /^(?:none|phone)$/.test(found.sense);
    const number = chosen.has(found.value) ? { ...found, weight: found.weight + 20 } : found;
    return sense && isOpen && !number.meant ? ofSense(number, sense) : number;
  });
}

const outbound =
  /^(?:outbound|outgoing|ausgehend|sortant|salient|uscita|uitgaand|發信|発信|呼出)/iu;
const callingSide = /^(?:from|caller|calling|ani|cli|von|de|desde)\b/i;
const calledSide = /^(?:to|called|diall?ed|dnis|an|à|a|para)(?![\p{L}])/iu;

/** In the record of a call, the number at our end is ours: the called one, or the calling one if we called. */
function withDirection(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  const isAt = ({ fact, meant }: WeighedNumber, side: RegExp) =>
    !meant && side.test(fact.label ?? '') && /^[+\d\s().-]+$/.test(fact.value);
  if (![callingSide, calledSide].every((side) => numbers.some((one) => isAt(one, side))))
    return numbers;
  const isOutbound = facts.some(({ kind, value }) => kind === 'pair' && outbound.test(value));
  const [ours, theirs] = isOutbound ? [callingSide, calledSide] : [calledSide, callingSide];
  const ends = new Map(
    numbers.flatMap((one) => {
      const sense = isAt(one, ours) ? 'own' : isAt(one, theirs) ? 'phone' : undefined;
      return sense ? [[one.value, sense] as const] : [];
    }),
  );
  return numbers.map((one) => {
    const sense = ends.get(one.value);
    return sense && !one.meant ? ofSense(one, sense) : one;
  });
}

/** Whether only a page's data gives a number, and to the organization that the page is of, as every page of a site does. */
function isOfMaker({ fact: { kind, name = '' } }: WeighedNumber): boolean {
  return (
    kind === 'json-ld' && /^(?:Organization|Corporation|LocalBusiness|WebSite|WebPage)\./.test(name)
  );
}

/**
 * Gives a number under a heading such as "Emergency contact" to that person, and on a record those of a list of other
 * records, whose heading counts them: "Companies (1)".
 */
function underItsHeading(number: WeighedNumber, isRecord: boolean): WeighedNumber {
  const { meant, sense, fact } = number;
  const isOther = isUnderOther(fact) || (isRecord && /\p{L} ?\(\d+\)$/u.test(fact.section ?? ''));
  const mayBe = !meant && /^(?:none|phone|mobile|company)$/.test(sense);
  return mayBe && isOther ? ofSense(number, 'related') : number;
}

/**
 * What a number's label or heading says beside what another's says of the same sense: `customer` where only it speaks
 * of the customer; `more` where it adds a word of its own to the other's, in whatever language: "Physician phone" beside
 * "Phone" is mostly another person's.
 */
function withPlainestFirst(numbers: readonly WeighedNumber[]): readonly WeighedNumber[] {
  const labels = new Map<string, string>();
  const ofCustomer = new Set<string>();
  for (const { value, fact } of numbers) {
    const { label = '', section = '', within = '' } = fact;
    const own = plainWords(label);
    if (own && own.length < 40 && !labels.has(value)) labels.set(value, own);
    const said = [own, section, ...within.split('\n')];
    const isOfCustomer = (words: string) =>
      recipient.test(words.trim()) ||
      (customer.test(words) && !staff.test(words) && !/^(?:own|id|related)$/.test(senseOf(words)));
    if (said.some(isOfCustomer)) ofCustomer.add(value);
  }
  /** By sense, the labels of its numbers; of the customer's, an empty one. */
  const beside = new Map<LabelSense, Set<string>>();
  for (const { value, sense } of numbers) {
    const label = ofCustomer.has(value) ? '' : (labels.get(value) ?? '?');
    beside.set(sense, (beside.get(sense) ?? new Set()).add(label));
  }
  const lost = ({ value, sense, meant }: WeighedNumber) => {
    if (meant || ofCustomer.has(value) || !isPhoneSense(sense)) return 0;
    const others = [...(beside.get(sense) ?? [])];
    if (others.includes('')) return behindCustomer;
    return others.some((other) => addsWord(labels.get(value) ?? '', other)) ? behindPlain : 0;
  };
  return numbers.map((one) => ({ ...one, weight: one.weight - lost(one) }));
}

/** So much less that it is no rival of the customer's number. */
const behindCustomer = 13;
/** So much less that it comes second, though it may be the one to call. */
const behindPlain = 9;

function plainWords(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^\p{L}\p{M}]+/gu, ' ')
    .trim();
}

/** Whether a label holds another one and a word more, which is none of the words for a telephone: "home", "main". */
function addsWord(label: string, other: string): boolean {
  if (other.length < 2 || label === other || !label.includes(other)) return false;
  const more = label.replace(other, ' ');
  return !isPhoneSense(senseOf(more)) && !/^\s*(?:prefer|bevorzugt|princip|haupt)/.test(more);
}

/** Adds the parameters of the page's address to its facts, and labels to the facts of structured data. */
function withParameters(snapshot: PageSnapshot): PageSnapshot {
  const parameters = parametersOf(snapshot.url).map(
    ([name, value]): PageFact => ({ kind: 'parameter', name, value }),
  );
  return { ...snapshot, facts: [...withDataLabels(snapshot.facts), ...parameters] };
}

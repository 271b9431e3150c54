import type { SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { countriesFor } from './country.ts';
import { withDataLabels } from './data-labels.ts';
import { numbersIn, type WeighedNumber } from './numbers.ts';
import { isPersonal, personWithin } from './person-name.ts';
import { saidCountry } from './said-country.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** A page with all numbers that it holds, and the countries by whose plans they were read. */
export interface NumberedPage {
  /** With the parameters of its address among the facts. */
  snapshot: PageSnapshot;
  countries: readonly string[];
  numbers: readonly WeighedNumber[];
}

/** Finds every telephone number of a page. `defaultCountry` (ISO 3166) is the one in the settings. */
export function numbersOfPage(
  read: PageSnapshot,
  defaultCountry: string,
  rule?: Pick<SiteRule, 'country'>,
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
  return { snapshot, countries, numbers: ofPersons(numbersOf(facts, countries), facts) };
}

/** What one page may cost: more than a page has that is read to its limits. */
const enoughForPage = { left: 1500, characters: 140_000 };

/**
 * The numbers of all facts. Those that are written with their country tell where the others may
 * belong that are of none of the countries.
 */
function numbersOf(facts: readonly PageFact[], countries: readonly string[]): WeighedNumber[] {
  const budget = { ...enoughForPage };
  const read = facts.map((fact) => numbersIn(fact, countries, budget));
  const numbers = read.flat();
  const own = numbers.flatMap(({ phone }) => (phone.international && phone.country) || []);
  const more = [...new Set(own)].filter((country) => !countries.includes(country)).slice(0, 3);
  if (more.length === 0) return numbers;
  const all = [...countries, ...more];
  return facts.flatMap((fact, place) => {
    const found = read[place] ?? [];
    return found.some(({ phone }) => phone.valid) ? found : numbersIn(fact, all, budget);
  });
}

/** Marks the numbers that stand behind another person's name than the page's heading gives: `Bob Stone: 212…`. */
function ofPersons(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  const heads = facts.flatMap(({ kind, name, value }) =>
    kind === 'heading' && name === 'h1' && isPersonal(value) ? value : [],
  );
  const [head] = heads;
  if (head === undefined || heads.length > 1) return numbers;
  return numbers.map((number) => {
    const person = personBefore(number);
    if (person === undefined || sharesName(person, head)) return number;
    return { ...number, ofOther: true, weight: number.weight - 20 };
  });
}

/** The name that begins the line of a number, or the row or card that it stands in. */
function personBefore({ fact, source: { text = '' } }: WeighedNumber): string | undefined {
  const own = fact.kind === 'link' ? (fact.label ?? '') : fact.value;
  const [before = ''] = own.split(text);
  const line = before.split('\n').at(-1) ?? '';
  const named = /^(.{4,40}?)\s*(?:[:,;(–-].*)?$/u.exec(line.trim())?.[1] ?? '';
  return isPersonal(named) ? named : personWithin(fact.within);
}

function sharesName(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().split(/[\s,]+/));
  return other
    .toLowerCase()
    .split(/[\s,]+/)
    .some((word) => word.length > 2 && words.has(word));
}

/** The parameters of the page's address are facts like those read from the page, and data has labels. */
function withParameters(snapshot: PageSnapshot): PageSnapshot {
  const parameters = parametersOf(snapshot.url).map(
    ([name, value]): PageFact => ({ kind: 'parameter', name, value }),
  );
  return { ...snapshot, facts: [...withDataLabels(snapshot.facts), ...parameters] };
}

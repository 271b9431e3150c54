import type { SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { countriesFor } from './country.ts';
import { withDataLabels } from './data-labels.ts';
import { numbersIn, type WeighedNumber } from './numbers.ts';
import { withPersons } from './persons.ts';
import { saidCountry } from './said-country.ts';
import { showsRecord } from './shows-customer.ts';
import type { PageFact, PageSnapshot } from './snapshot.ts';

/** A page with all numbers that it holds, and the countries by whose plans they were read. */
export interface NumberedPage {
  /** With the parameters of its address among the facts. */
  snapshot: PageSnapshot;
  countries: readonly string[];
  numbers: readonly WeighedNumber[];
  /** A person, a customer, an order: not just a page of a firm. */
  showsRecord: boolean;
}

/**
 * Finds every telephone number of a page. `defaultCountry` (ISO 3166) and the forms of numbers that are dialled
 * in-house are those in the settings.
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
  const numbers = withPersons(numbersOf(facts, countries, inHouse), facts);
  return { snapshot, countries, numbers, showsRecord: showsRecord(snapshot) };
}

/** What one page may cost: more than a page has that is read to its limits. */
const enoughForPage = { left: 1500, characters: 140_000 };

/**
 * The numbers of all facts. Those that are written with their country tell where the others may
 * belong that are of none of the countries.
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

/** The parameters of the page's address are facts like those read from the page, and data has labels. */
function withParameters(snapshot: PageSnapshot): PageSnapshot {
  const parameters = parametersOf(snapshot.url).map(
    ([name, value]): PageFact => ({ kind: 'parameter', name, value }),
  );
  return { ...snapshot, facts: [...withDataLabels(snapshot.facts), ...parameters] };
}

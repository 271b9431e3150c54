import type { SiteRule } from '../settings/site-rule.ts';
import { parametersOf } from './address.ts';
import { countriesFor } from './country.ts';
import { withDataLabels } from './data-labels.ts';
import { numbersIn, senseWeight, type WeighedNumber } from './numbers.ts';
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
  const numbers = withPersons(withoutDialIns(numbersOf(facts, countries, inHouse), facts), facts);
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

/** As Zoom, Teams and Webex write their invitations in the languages that we speak. */
const invitation =
  /one tap mobile|dial by your location|conference id|schnelleinwahl mobil|einwahl nach (?:ihrem|aktuellem) standort|konferenz-?id|id de (?:la |votre )?conf[ée]ren(?:ce|cia)|composez un numéro en fonction|una pulsación móvil|marcar según su ubicación|um toque no celular|discar pelo seu local|会議 ?id/i;

/** Numbers that dial into a conference call nobody: on a page with an invitation to one, all that nothing else is said of. */
function withoutDialIns(
  numbers: readonly WeighedNumber[],
  facts: readonly PageFact[],
): readonly WeighedNumber[] {
  if (!facts.some(({ kind, value }) => kind === 'text' && invitation.test(value))) return numbers;
  const isSaid = ({ sense }: WeighedNumber) => /^(?:phone|mobile)$/.test(sense);
  const said = new Set(numbers.filter(isSaid).map(({ value }) => value));
  return numbers.map((number) =>
    number.sense === 'none' && !number.meant && !said.has(number.value)
      ? { ...number, sense: 'other', weight: number.weight + senseWeight.other }
      : number,
  );
}

/** The parameters of the page's address are facts like those read from the page, and data has labels. */
function withParameters(snapshot: PageSnapshot): PageSnapshot {
  const parameters = parametersOf(snapshot.url).map(
    ([name, value]): PageFact => ({ kind: 'parameter', name, value }),
  );
  return { ...snapshot, facts: [...withDataLabels(snapshot.facts), ...parameters] };
}

import { getCountries } from 'libphonenumber-js/max';
import { isData } from './kinds.ts';
import type { PageFact } from './snapshot.ts';

const label =
  /^(?:(?:billing|shipping|mailing|home) )?(?:country(?: ?\/ ?region)?|country or region|nation|land|staat|pays|pa[ií]s|paese|kraj|země|ország|maa|страна|країна|国|国家|國家|国籍|나라|국가|ülke|البلد|الدولة)\s*\*?:?$/iu;

/** The country of the page's record (ISO 3166), where the page names exactly one; else undefined. */
export function saidCountry(facts: readonly PageFact[], language: string): string | undefined {
  const said = facts.filter(saysCountry).map(({ value }) => value.trim());
  const countries = new Set(said.map((name) => countryNamed(name, language)));
  const [country] = countries;
  return countries.size === 1 ? country : undefined;
}

function saysCountry(fact: PageFact): boolean {
  const { kind, name = '', value } = fact;
  if (value.length > 60 || fact.unseen) return false;
  if (kind === 'pair') return label.test(fact.label ?? '');
  if (kind === 'input') return /\bcountry(?:-name)?\b/i.test(name) || label.test(fact.label ?? '');
  return isData(kind) && /\.addressCountry(?:\.name|:\w+\.name)?$/.test(name);
}

function countryNamed(name: string, language: string): string | undefined {
  if (/^[A-Z]{2}$/.test(name)) return name === 'UK' ? 'GB' : name;
  const wanted = name.toLowerCase();
  return namesIn('en').get(wanted) ?? namesIn(language).get(wanted);
}

const names = new Map<string, ReadonlyMap<string, string>>();

/** The countries by their names in a language (BCP 47), in lower case, as the browser knows them. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const known = names.get(language);
  if (known) return known;
  const made = new Map<string, string>(language === 'en' ? moreNames : []);
  try {
    const shown = new Intl.DisplayNames([language], { type: 'region' });
    for (const country of getCountries())
      made.set((shown.of(country) ?? '').toLowerCase(), country);
  } catch {
    // The page claims a language that is no BCP 47 tag.
  }
  if (names.size > 20) names.clear();
  names.set(language, made);
  return made;
}

const moreNames: [name: string, country: string][] = [
  ['uk', 'GB'],
  ['great britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['usa', 'US'],
  ['u.s.a.', 'US'],
  ['united states of america', 'US'],
  ['the netherlands', 'NL'],
  ['holland', 'NL'],
  ['czech republic', 'CZ'],
  ['turkey', 'TR'],
  ['russian federation', 'RU'],
  ['republic of korea', 'KR'],
  ['uae', 'AE'],
];

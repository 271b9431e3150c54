/** The countries (ISO 3166) where people speak a language, the largest first; for a `lang` without a region. */
const countriesOf: Readonly<Record<string, string>> = {
  cs: 'CZ',
  da: 'DK',
  de: 'DE AT CH LI LU',
  el: 'GR CY',
  es: 'ES MX AR CO CL PE VE EC GT UY CR PA DO BO PY HN SV NI',
  et: 'EE',
  fi: 'FI',
  fr: 'FR BE CH CA LU MC',
  he: 'IL',
  hi: 'IN',
  hu: 'HU',
  it: 'IT CH SM',
  ja: 'JP',
  ko: 'KR',
  lt: 'LT',
  lv: 'LV',
  nb: 'NO',
  nl: 'NL BE',
  nn: 'NO',
  no: 'NO',
  pl: 'PL',
  pt: 'PT BR',
  ro: 'RO MD',
  ru: 'RU KZ BY',
  sk: 'SK',
  sl: 'SI',
  sv: 'SE FI',
  th: 'TH',
  tr: 'TR CY',
  uk: 'UA',
  vi: 'VN',
};

/** What a page and the settings say about the country of the page's numbers. */
interface Hints {
  /** BCP 47, as the page claims it. */
  language: string;
  address: string;
  defaultCountry: string;
  ruleCountry?: string | undefined;
  /** The country that the page's record names. */
  saidCountry?: string | undefined;
}

/**
 * The countries by whose plans a page may write numbers (ISO 3166), the likeliest first: the site rule's, the record's,
 * that of the page's language and address, the one in the settings. English without a region leaves the choice to the
 * settings, because it does not say where a page's customers are. A page at `.at` in `de-DE` is Austria's: software
 * writes the region, but a person bought the domain.
 */
export function countriesFor({
  language,
  address,
  defaultCountry,
  ruleCountry,
  saidCountry,
}: Hints): string[] {
  const [tongue = '', ...subtags] = language.toLowerCase().split(/[-_]/);
  const region = subtags.find((tag) => /^[a-z]{2}$/.test(tag))?.toUpperCase();
  const speaking = Object.hasOwn(countriesOf, tongue) ? (countriesOf[tongue] ?? '').split(' ') : [];
  const spoken = speaking.includes(defaultCountry) ? defaultCountry : speaking[0];
  const host = countryOfHost(address);
  const local = speaking.includes(host ?? '') ? host : undefined;
  const all = [ruleCountry, saidCountry, local, region, host, spoken, defaultCountry];
  return [...new Set(all.filter((country) => country !== undefined))];
}

/** The country of a page's top-level domain, where the domain is used as that country's. */
function countryOfHost(address: string): string | undefined {
  const host = URL.canParse(address) ? new URL(address).hostname : '';
  const top = host.split('.').at(-1) ?? '';
  if (top === 'uk') return 'GB';
  // Anyone may buy domains such as .io and .co; these are mostly used within their country.
  const national =
    /^(?:at|au|be|br|ca|ch|cz|de|dk|es|fi|fr|gr|hu|ie|it|jp|kr|mx|nl|no|nz|pl|pt|ro|se|sk|tr|za)$/;
  return national.test(top) ? top.toUpperCase() : undefined;
}

import type { CountryCode } from 'libphonenumber-js/max';
import { contactLayouts, firmNames, listLayouts, toolPages } from './fit-contacts.ts';
import { countries, headedByNumber, layouts, people, type Words } from './fit-layouts.ts';
import { newNumber, type Random, randomNumbers, spelling } from './fit-numbers.ts';

/** A page whose number to call is known. */
export interface LabelledPage {
  name: string;
  html: string;
  language: string;
  country: string;
  url?: string | undefined;
  /** Nothing where it has none, or none that is the one. */
  number: string | null;
}

/**
 * Pages put together from parts that pages of customers have: a record in one of several layouts, beside
 * what is no number and numbers of others. The same each time.
 */
export function madePages(count: number): LabelledPage[] {
  const random = randomNumbers(20_261_127);
  return Array.from({ length: count }, (_, index) => madePage(index, random));
}

function madePage(index: number, random: Random): LabelledPage {
  const made = ingredientsOf(random);
  const { is, own, country, words } = made;
  const { parts, number, isOfTool = false } = mainOf(made);
  const hasOwn = number === own;
  const html = [...parts, ...besideIt(made, hasOwn, isOfTool)];
  if (is(0.1)) html.unshift(`<header><p>${words.hotline}: ${made.written()}</p></header>`);
  if (is(0.3)) html.push(`<footer>Example GmbH, ${words.phone} ${made.written()}</footer>`);
  const isInAddress = hasOwn && is(0.05);
  return {
    name: `made ${index}`,
    html: html.join('\n'),
    language: words.language,
    country,
    url: isInAddress ? `https://crm.example.com/?phone=${encodeURIComponent(own)}` : undefined,
    number,
  };
}

/** What the parts of one page are made of. Each call takes the next random numbers. */
interface Ingredients {
  random: Random;
  country: CountryCode;
  words: Words;
  people: readonly string[];
  /** The number to call, where the page has it. */
  own: string;
  one<Item>(items: readonly Item[]): Item;
  /** True in this share of the pages. */
  is(share: number): boolean;
  /** The number of another person, in E.164. */
  number(): string;
  /** A number as people write it; without one, that of another person. */
  written(e164?: string): string;
  /** What the page calls a number; often nothing. */
  label(): string;
}

function ingredientsOf(random: Random): Ingredients {
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const country = one(Object.keys(countries)) as CountryCode;
  const words = countries[country] as Words;
  const number = () => newNumber(country, random);
  return {
    random,
    country,
    words,
    people: shuffled(people, random),
    own: number(),
    one,
    is: (share) => random() < share,
    number,
    written: (e164 = number()) => spelling(e164, country, random),
    label: () => one([words.phone, words.phone, words.mobile, words.mobile, '']),
  };
}

/** The part that the page is about, and its number to call; null where none is the one. */
interface Main {
  parts: string[];
  number: string | null;
  /** A page of the program itself, which shows no person. */
  isOfTool?: boolean;
}

function mainOf(made: Ingredients): Main {
  const { words, own, one, number, written, label, random } = made;
  const [person = ''] = made.people;
  const kind = random();
  if (kind < 0.05) {
    // What a link shows is mostly right where it calls another number.
    const shown = number();
    const right = made.is(0.8) ? shown : own;
    const link = `${label()} <a href="tel:${own}">${written(shown)}</a>`;
    return { parts: [`<h1>${person}</h1><p>${link}</p>`], number: right };
  }
  if (kind < 0.56) {
    const as = label();
    const layout = one(layouts);
    const record = { name: person, label: as, written: written(own), e164: own, words };
    return { parts: [layout(record)], number: own };
  }
  if (kind < 0.68) {
    // One person with two numbers: the mobile is the one, wherever it stands.
    const numbers = shuffled([words.phone, words.mobile], random).map((as) => {
      const e164 = as === words.mobile ? own : number();
      return { label: as, e164, written: written(e164) };
    });
    return { parts: [one(contactLayouts)(person, numbers)], number: own };
  }
  if (kind < 0.75) {
    // Several people: none of them is the one.
    const as = label();
    const layout = one(layouts.filter((each) => each !== headedByNumber));
    const parts = made.people.slice(0, 3).map((name) => {
      const e164 = number();
      return layout({ name, label: as, written: written(e164), e164, words });
    });
    return { parts, number: null };
  }
  if (kind < 0.82) {
    const entries = shuffled(firmNames, random).slice(0, one([2, 3, 4]));
    const as = one([`${words.phone}: `, `${words.phone} `]);
    const list = one(listLayouts);
    return {
      parts: [list(entries.map((name) => ({ name, written: as + written() })))],
      number: null,
    };
  }
  if (kind < 0.89) return { parts: toolPage(made), number: null, isOfTool: true };
  return { parts: [`<h1>${person}</h1>`], number: null };
}

/** A page of the program itself, some with a number that its users call. */
function toolPage({ words, one, is, number, written }: Ingredients): string[] {
  const page = one(toolPages);
  const called = number();
  if (is(0.4)) return [page, `<p>${words.hotline}: ${written(called)}</p>`];
  if (!is(0.15)) return [page];
  const link = `<a href="tel:${called}">${written(called)}</a>`;
  return [page, `<footer><p>${words.hotline} ${link}</p></footer>`];
}

/** What stands beside it: what is no number, and numbers of others. */
function besideIt(made: Ingredients, hasOwn: boolean, isOfTool: boolean): string[] {
  const { words, own, one, is, number, written, random } = made;
  const [person = '', other = '', third = ''] = made.people;
  const parts: string[] = [];
  const add = (share: number, part: () => string) => {
    if (is(share)) parts.push(part());
  };
  add(0.25, () => `<p>${words.fax}: ${written()}</p>`);
  add(
    0.35,
    () => `<p>${words.order} ${own.slice(-9)}</p><p>${words.customer} ${idLike(own, random)}</p>`,
  );
  add(0.2, () => '<p>12.03.2026 14:05 · 1.234.567,89 € · 2026-11-27 · 192.168.100.20</p>');
  add(0.15, () => `<aside><h2>${other}</h2><p>${words.phone} ${written()}</p></aside>`);
  add(0.12, () => `<div role="dialog"><h2>${third}</h2><p>${words.mobile}: ${written()}</p></div>`);
  add(0.12, () => `<p>${words.company} ${written()}</p>`);
  if (!isOfTool) add(0.08, () => `<p>${other}: ${written()}</p>`);
  add(0.06, () => `<p>Emergency contact: ${other}, ${written()}</p>`);
  add(0.04, () => `<p>Assistant phone ${written()}</p>`);
  add(0.04, () => `<meta property="og:phone_number" content="${number()}">`);
  add(0.04, () => `<p>${words.order} ${number()}</p>`);
  add(0.04, () => `<p>${words.hotline}: 116 117</p>`);
  add(0.04, () => data(other, number(), 'author'));
  if (!hasOwn) return parts;
  add(0.1, () => `<p style="${one(hiding)}">${words.mobile}: ${written()}</p>`);
  add(0.06, () => data(other, number()));
  add(0.12, () => data(person, own));
  return parts;
}

const hiding = [
  'opacity:0',
  'position:absolute;left:-9999px',
  'color:#fff',
  'font-size:0',
  'display:none',
];

/** Structured data of a person, or of an article that a person has a part in. */
function data(name: string, telephone: string, as?: 'author'): string {
  const person = { '@type': 'Person', name, telephone };
  const said = as ? { '@type': 'NewsArticle', [as]: person } : person;
  return `<script type="application/ld+json">${JSON.stringify(said)}</script>`;
}

/** Digits that look like a number and are an id. */
function idLike(e164: string, random: Random): string {
  const digits = e164.slice(-8);
  return random() < 0.5
    ? digits
    : `${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}${e164.slice(-1)}`;
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => [random(), item] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, item]) => item);
}

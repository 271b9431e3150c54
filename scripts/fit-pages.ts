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
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const is = (share: number) => random() < share;
  const country = one(Object.keys(countries)) as CountryCode;
  const words = countries[country] as Words;
  const number = () => newNumber(country, random);
  const written = (e164: string) => spelling(e164, country, random);
  const [person, other, third] = shuffled(people, random);
  const own = number();
  const label = () => one([words.phone, words.phone, words.mobile, words.mobile, '']);
  const record = (name: string, e164: string, as = label(), layout = one(layouts)) =>
    layout({ name, label: as, written: written(e164), e164, words });

  const kind = random();
  const parts: string[] = [];
  let right: string | null = own;
  if (kind < 0.05) {
    // What a link shows is mostly right where it calls another number.
    const shown = number();
    right = is(0.8) ? shown : own;
    parts.push(`<h1>${person}</h1><p>${label()} <a href="tel:${own}">${written(shown)}</a></p>`);
  } else if (kind < 0.56) parts.push(record(person ?? '', own));
  else if (kind < 0.68) {
    // One person with two numbers: the mobile is the one, wherever it stands.
    const numbers = shuffled([words.phone, words.mobile], random).map((as) => {
      const e164 = as === words.mobile ? own : number();
      return { label: as, e164, written: written(e164) };
    });
    parts.push(one(contactLayouts)(person ?? '', numbers));
  } else if (kind < 0.75) {
    // Several people: none of them is the one.
    const as = label();
    const layout = one(layouts.filter((each) => each !== headedByNumber));
    for (const name of [person, other, third]) parts.push(record(name ?? '', number(), as, layout));
    right = null;
  } else if (kind < 0.82) {
    const entries = shuffled(firmNames, random).slice(0, one([2, 3, 4]));
    const as = one([`${words.phone}: `, `${words.phone} `]);
    parts.push(
      one(listLayouts)(entries.map((name) => ({ name, written: as + written(number()) }))),
    );
    right = null;
  } else if (kind < 0.89) {
    parts.push(one(toolPages));
    const called = number();
    if (is(0.4)) parts.push(`<p>${words.hotline}: ${written(called)}</p>`);
    else if (is(0.15))
      parts.push(
        `<footer><p>${words.hotline} <a href="tel:${called}">${written(called)}</a></p></footer>`,
      );
    right = null;
  } else {
    parts.push(`<h1>${person}</h1>`);
    right = null;
  }
  const has = right === own;
  const isOfTool = kind >= 0.82 && kind < 0.89;
  if (is(0.25)) parts.push(`<p>${words.fax}: ${written(number())}</p>`);
  if (is(0.35))
    parts.push(
      `<p>${words.order} ${own.slice(-9)}</p><p>${words.customer} ${idLike(own, random)}</p>`,
    );
  if (is(0.2)) parts.push('<p>12.03.2026 14:05 · 1.234.567,89 € · 2026-11-27 · 192.168.100.20</p>');
  if (is(0.15))
    parts.push(`<aside><h2>${other}</h2><p>${words.phone} ${written(number())}</p></aside>`);
  if (is(0.12))
    parts.push(
      `<div role="dialog"><h2>${third}</h2><p>${words.mobile}: ${written(number())}</p></div>`,
    );
  if (is(0.12)) parts.push(`<p>${words.company} ${written(number())}</p>`);
  if (!isOfTool && is(0.08)) parts.push(`<p>${other}: ${written(number())}</p>`);
  if (is(0.06)) parts.push(`<p>Emergency contact: ${other}, ${written(number())}</p>`);
  if (is(0.04)) parts.push(`<p>Assistant phone ${written(number())}</p>`);
  if (is(0.04)) parts.push(`<meta property="og:phone_number" content="${number()}">`);
  if (is(0.04)) parts.push(`<p>${words.order} ${number()}</p>`);
  if (is(0.04)) parts.push(`<p>${words.hotline}: 116 117</p>`);
  if (is(0.04)) parts.push(data(other ?? '', number(), 'author'));
  if (has && is(0.1))
    parts.push(`<p style="${one(hiding)}">${words.mobile}: ${written(number())}</p>`);
  if (has && is(0.06)) parts.push(data(other ?? '', number()));
  if (has && is(0.12)) parts.push(data(person ?? '', own));
  if (is(0.1)) parts.unshift(`<header><p>${words.hotline}: ${written(number())}</p></header>`);
  if (is(0.3)) parts.push(`<footer>Example GmbH, ${words.phone} ${written(number())}</footer>`);
  const html = parts.join('\n');
  const url =
    has && is(0.05) ? `https://crm.example.com/?phone=${encodeURIComponent(own)}` : undefined;
  return { name: `made ${index}`, html, language: words.language, country, url, number: right };
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

import type { CountryCode } from 'libphonenumber-js/max';
import type { PageFact, PageSnapshot } from '../src/core/page/snapshot.ts';
import { countries, type Words } from './fit-layouts.ts';
import { newNumber, randomNumbers, spelling } from './fit-numbers.ts';

/** A page of a firm by its facts, with all numbers that reach the firm. */
export interface FirmPage {
  name: string;
  snapshot: PageSnapshot;
  country: string;
  numbers: string[];
}

/**
 * Contact pages of firms, which name one office or several: any of their telephones is right. As facts,
 * because there is nothing to see in them but numbers and the words beside them.
 */
export function firmPages(count: number): FirmPage[] {
  const random = randomNumbers(14);
  return Array.from({ length: count }, (_, index) => firmPage(index, random));
}

const towns = ['Office', 'Main office', 'Branch in the harbour', 'Workshop'];

function firmPage(index: number, random: () => number): FirmPage {
  const one = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const country = one(Object.keys(countries)) as CountryCode;
  const words = countries[country] as Words;
  const place = one(['viewport', 'viewport', 'main', 'rest'] as const);
  const how = one(['text', 'text', 'text', 'text', 'text', 'text', 'data', 'input'] as const);
  const isLink = how === 'text' && random() < 0.4;
  // Digits in the margin of a page may be of any number; a link there calls the firm.
  const margins = isLink ? (['footer', 'header', 'nav'] as const) : (['aside'] as const);
  const region = random() < 0.2 ? { region: one(margins) } : {};
  const label = one([words.phone, words.phone, words.mobile, words.hotline, '', '']);
  const isApart = random() < 0.5;
  const numbers: string[] = [];
  const facts: PageFact[] = [
    { kind: 'heading', name: 'h1', value: one(['Contact', 'Offices', 'Example']) },
  ];
  for (let office = how === 'input' ? 1 : one([1, 1, 1, 1, 2, 2, 3]); office > 0; office -= 1) {
    const within = isApart ? { within: `${towns[office]}` } : {};
    const isFree = country === 'US' && random() < 0.12;
    const free = `+1800555${String(1000 + Math.floor(random() * 9000))}`;
    const number = isFree ? free : newNumber(country, random);
    const written = spelling(number, country, random);
    const text = label ? `${label}: ${written}` : written;
    numbers.push(number);
    if (isLink)
      facts.push({
        kind: 'link',
        value: `tel:${number}`,
        label: text,
        text,
        place,
        ...region,
        ...within,
      });
    if (how === 'text') facts.push({ kind: 'text', value: text, place, ...region, ...within });
    if (how === 'input')
      facts.push({ kind: 'input', value: written, name: 'tel', label, place: 'main' });
    const fax = `${words.fax}: ${spelling(newNumber(country, random), country, random)}`;
    if (random() < 0.5) facts.push({ kind: 'text', value: fax, place, ...region, ...within });
  }
  if (how === 'data' || random() < 0.1) {
    const name = `${one(['Organization', 'Store', 'Dentist', 'Person'])}.telephone`;
    facts.push({ kind: 'json-ld', value: numbers[0] ?? '', name });
  }
  const url = 'https://firm.example/';
  const snapshot = { url, title: '', language: words.language, complete: true, facts };
  return { name: `firm ${index}`, snapshot, country, numbers };
}

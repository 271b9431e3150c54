import { readdirSync, readFileSync } from 'node:fs';

const accented: Record<string, string> = { a: 'å', e: 'ę', i: 'ï', o: 'ö', u: 'ŭ' };
const locales = new URL('../../public/_locales/', import.meta.url);

/**
 * Our words in every language, and in two that no people speaks: longer, with marks on its letters; and the
 * same from right to left.
 */
export const catalogues = Object.fromEntries(
  ['pseudo', 'mirrored', ...readdirSync(locales)].map((locale) => [locale, wordsOf(locale)]),
);

/**
 * Our words where they need the most room: of each message the longest in any language, and the one
 * with the longest word. Japanese breaks its lines in another way.
 */
export const wideCatalogues: Readonly<Record<string, Record<string, string>>> = {
  'longest messages': widest((message) => message.length),
  'longest words': widest((message) => Math.max(...message.split(/\s/).map((word) => word.length))),
  ja: wordsOf('ja'),
  mirrored: wordsOf('mirrored'),
};

function widest(room: (message: string) => number): Record<string, string> {
  return Object.fromEntries(
    Object.keys(wordsOf('en')).map((key) => {
      const messages = Object.values(catalogues).map((words) => words[key] ?? '');
      return [key, messages.toSorted((one, other) => room(other) - room(one))[0] ?? ''];
    }),
  );
}

/** Runs in the page: has our words come from the catalogue that the window is named after. */
export function speak(catalogues: Record<string, Record<string, string>>): void {
  const words = catalogues[window.name];
  if (words === undefined) return;
  chrome.i18n.getMessage = ((key: string) => words[key] ?? '') as typeof chrome.i18n.getMessage;
}

function wordsOf(locale: string): Record<string, string> {
  const isPseudo = locale === 'pseudo' || locale === 'mirrored';
  const catalogue: Record<string, { message: string }> = JSON.parse(
    readFileSync(new URL(`${isPseudo ? 'en' : locale}/messages.json`, locales), 'utf8'),
  );
  const said = isPseudo ? pseudo : (message: string) => message;
  return {
    ...Object.fromEntries(
      Object.entries(catalogue).map(([key, { message }]) => [key, said(message)]),
    ),
    text_direction: locale === 'mirrored' ? 'rtl' : 'ltr',
  };
}

/** Half as long again, as German is, with marks above and below the letters. */
function pseudo(message: string): string {
  const longer = message.replace(/\{\w+(?:\}|, plural,)|\b(?:one|other) (?=\{)|[aeiou]/g, (part) =>
    part.length > 1 ? part : `${part}${accented[part]}`,
  );
  return `[${longer}]`;
}

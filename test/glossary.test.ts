import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** A row of a glossary: what a term is called, in all its forms, and what it is never called. */
interface Term {
  english: string;
  forms: string[];
  not: string[];
}

const glossaries = new URL('../docs/glossary/', import.meta.url);
const catalogues = new URL('../public/_locales/', import.meta.url);
/** A new language begins without a glossary. */
const locales = readdirSync(glossaries).map((name) => name.replace('.md', ''));
const english = messagesOf('en');
const terms = glossaryOf('en');
/** By the name of each term: the messages that are about it. */
const keysAbout = new Map(
  terms.map((term) => [
    term.english,
    new Set(english.flatMap(([key, message]) => (mentions(message, term) ? [key] : []))),
  ]),
);

test('every glossary is of a language that there is, and says the same terms', () => {
  expect(readdirSync(catalogues)).toEqual(expect.arrayContaining(locales));
  expect(locales.length).toBeGreaterThanOrEqual(6);
  expect(terms.length).toBeGreaterThan(50);
  for (const locale of locales) {
    expect(glossaryOf(locale).map((term) => term.english)).toEqual(terms.map((it) => it.english));
  }
});

test('every term is in use', () => {
  const unused = terms.filter((term) => keysAbout.get(term.english)?.size === 0);
  expect(unused.map((term) => term.english)).toEqual([]);
});

test('English gives no term another name', () => {
  const others = terms.flatMap((term) => term.not);
  const found = english.flatMap(([key, words]) =>
    others.filter((other) => hasWord(prose(words), other)).map((other) => `${key}: ${other}`),
  );
  expect(found).toEqual([]);
});

describe.each(locales.filter((locale) => locale !== 'en'))('%s', (locale) => {
  const words = new Map(messagesOf(locale));
  const glossary = glossaryOf(locale);

  test.each(glossary)('calls “$english” one thing', (term) => {
    const keys = [...(keysAbout.get(term.english) ?? [])];
    const without = keys.filter((key) => !holds(words.get(key) ?? '', term.forms));
    expect(without.map((key) => [key, words.get(key)])).toEqual([]);
    const misnamed = keys.filter((key) => holds(withoutOthers(key, term), term.not));
    expect(misnamed.map((key) => [key, words.get(key)])).toEqual([]);
  });

  /** A message without the names of the other terms in it: one's name may be part of another's. */
  function withoutOthers(key: string, term: Term): string {
    const named = glossary.filter(
      (other) => other !== term && keysAbout.get(other.english)?.has(key),
    );
    return [...term.forms, ...named.flatMap(({ forms }) => forms)]
      .toSorted((a, b) => b.length - a.length)
      .reduce((text, form) => text.replaceAll(form, ''), folded(prose(words.get(key) ?? '')));
  }
});

/** Whether an English message is about a term. */
function mentions(message: string, { forms }: Term): boolean {
  const words = prose(message);
  return forms.some((form) => hasWord(words, form));
}

/** A message without what is quoted or filled in, which is not its own words. */
function prose(message: string): string {
  const quoted = /“[^”]*”|„[^“]*“|«[^»]*»|「[^」]*」/g;
  return message.replaceAll(quoted, '').replaceAll(/\{\{[\w.]+\}\}|\{\w+\}|[\w-]+:\w+:\w+/g, '');
}

/** `ID` is a word of its own; `id` in another word, or spelled otherwise, is not. */
function hasWord(text: string, word: string): boolean {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const flags = word.toLowerCase() === 'id' || word.toLowerCase() === 'ids' ? 'u' : 'iu';
  return new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, flags).test(text);
}

function holds(text: string, forms: readonly string[]): boolean {
  return forms.some((form) => folded(text).includes(form));
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** The table of a glossary. Forms of translations are kept in lower case, since sentences begin. */
function glossaryOf(locale: string): Term[] {
  const page = readFileSync(new URL(`${locale}.md`, glossaries), 'utf8');
  const rows = page.split('\n').filter((line) => /^\| (?!---|English|Term)/.test(line));
  return rows.map((row) => {
    const [english = '', second = '', also = '', not = ''] = row
      .split('|')
      .slice(1)
      .map((cell) => cell.trim());
    const forms = [...listed(locale === 'en' ? english : second), ...listed(also)];
    return locale === 'en'
      ? { english, forms, not: listed(not) }
      : { english, forms: forms.map(folded), not: listed(not).map(folded) };
  });
}

function listed(cell: string): string[] {
  return cell
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function messagesOf(locale: string): [key: string, message: string][] {
  const catalogue: Record<string, { message: string }> = JSON.parse(
    readFileSync(new URL(`${locale}/messages.json`, catalogues), 'utf8'),
  );
  return Object.entries(catalogue).map(([key, { message }]) => [key, message]);
}

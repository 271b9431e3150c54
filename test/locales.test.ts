import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Catalogue = Record<string, { message: string; description?: string }>;

const folder = new URL('../public/_locales/', import.meta.url);
const catalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8'));

const english = catalogue('en');
const keys = Object.keys(english);
const others = readdirSync(folder).filter((locale) => locale !== 'en');

test('there is English, and every language that was promised', () => {
  expect(keys.length).toBeGreaterThan(100);
  expect(others.toSorted()).toEqual(['de', 'es', 'fr', 'ja', 'pt_BR']);
});

describe.each(others)('%s', (locale) => {
  const words = catalogue(locale);

  test('has every message, and none that English has not', () => {
    const missing = keys.filter((key) => !(key in words));
    const left = Object.keys(words).filter((key) => !(key in english));
    expect({ missing, left }).toEqual({ missing: [], left: [] });
  });

  test('has the same placeholders in every message', () => {
    const wrong = Object.entries(words).filter(
      ([key, { message }]) =>
        key in english && placeholders(message) !== placeholders(english[key]?.message ?? ''),
    );
    expect(wrong).toEqual([]);
  });

  test('leaves no message empty, and few as they are in English', () => {
    const messages = Object.entries(words);
    expect(messages.filter(([, { message }]) => message.trim() === '')).toEqual([]);
    const same = messages.filter(([key, { message }]) => {
      const words = english[key]?.message ?? '';
      return message === words && /[a-z]+ [a-z]+ [a-z]+/i.test(words);
    });
    expect(same.map(([key]) => key)).toEqual(locale === 'ja' ? ['extensionName'] : []);
  });
});

describe('every message is used', () => {
  const sources = sourcesOf(new URL('../src/', import.meta.url));
  const manifest = readFileSync(new URL('../manifest.config.ts', import.meta.url), 'utf8');
  const scripts = sourcesOf(new URL('../scripts/', import.meta.url));
  const code = [...sources, ...scripts, manifest].join('\n');
  const literals = new Set([...code.matchAll(/['"]?([\w.-]+)['"]?/g)].map(([, word]) => word));
  const templates = [...code.matchAll(/`([a-zA-Z_]+_)\$\{[^`]*?\}(\w*)`/g)].map(
    ([, start = '', end = '']) => ({ start, end }),
  );

  test.each(keys)('%s', (key) => {
    const isNamed = literals.has(key) || code.includes(`__MSG_${key}__`);
    expect(isNamed || templates.some((template) => isBuilt(key, template))).toBe(true);
  });

  /** `state_running` is built from `state_${…}` where the code knows the word `running`. */
  function isBuilt(key: string, { start, end }: { start: string; end: string }): boolean {
    if (!key.startsWith(start) || !key.endsWith(end)) return false;
    const varying = key.slice(start.length, key.length - end.length);
    return isKnown(varying.replace(/_(cause|remedy|cause_plain|hint)$/, ''));
  }

  /** A word of the code, or several, one after the other. */
  function isKnown(words: string): boolean {
    if ([words, words.replaceAll('_', '-'), words.replaceAll('_', '.')].some(isWord)) return true;
    return [...words.matchAll(/_/g)].some(
      ({ index }) => isKnown(words.slice(0, index)) && isKnown(words.slice(index + 1)),
    );
  }

  function isWord(word: string): boolean {
    return literals.has(word);
  }
});

function placeholders(message: string): string {
  return [...message.matchAll(/\{\{?[\w.]+\}?\}/g)]
    .map(([whole]) => whole)
    .sort()
    .join();
}

function sourcesOf(directory: URL): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'))
    .map((path) => readFileSync(new URL(path, directory), 'utf8'));
}

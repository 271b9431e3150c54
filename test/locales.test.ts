import { readdirSync, readFileSync } from 'node:fs';
import { parseSync } from 'vite';
import { describe, expect, test } from 'vitest';
import { languages } from '../src/core/settings/settings.ts';

type Catalogue = Record<string, { message: string; description?: string }>;

const folder = new URL('../public/_locales/', import.meta.url);
const catalogue = (locale: string): Catalogue =>
  JSON.parse(readFileSync(new URL(`${locale}/messages.json`, folder), 'utf8'));

const english = catalogue('en');
const keys = Object.keys(english);
const others = readdirSync(folder).filter((locale) => locale !== 'en');

test('there is a catalogue for each language that the settings offer', () => {
  const offered = languages.map((language) => language.replace('-', '_'));
  expect(['en', ...others].toSorted()).toEqual(offered.toSorted());
});

describe('English tells translators', () => {
  const described = Object.entries(english).map(([key, { message, description = '' }]) => ({
    key,
    description,
    filled: [...inOtherForm(message).matchAll(/(?<!\{)\{\w+\}/g)].map(
      ([placeholder]) => placeholder,
    ),
  }));

  test('where each message stands', () => {
    expect(described.filter(({ description }) => description === '')).toEqual([]);
  });

  test('what each placeholder holds', () => {
    const untold = described.filter(({ description, filled }) =>
      filled.some((placeholder) => !description.includes(placeholder)),
    );
    expect(untold).toEqual([]);
  });
});

describe.each(others)('%s', (locale) => {
  const words = catalogue(locale);

  test('has every message, in the order of the English ones, and no other', () => {
    expect(Object.keys(words)).toEqual(keys);
  });

  test('has the same placeholders in every message', () => {
    const wrong = Object.entries(words).filter(
      ([key, { message }]) => placeholders(message) !== placeholders(english[key]?.message ?? ''),
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

test.each(['en', ...others])(
  '%s has the plural forms of its language, each with its number in it',
  (locale) => {
    const { pluralCategories } = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions();
    for (const [key, { message }] of Object.entries(catalogue(locale))) {
      const [plural] = pluralsIn(message);
      if (plural === undefined) continue;
      const forms = plural.forms.map(([form]) => form);
      expect(forms, key).toContain('other');
      expect(forms.filter((form) => !pluralCategories.includes(form as never))).toEqual([]);
      if (pluralCategories.includes('one')) expect(forms, key).toContain('one');
      expect(plural.forms.filter(([, text]) => !text?.includes(`{${plural.name}}`))).toEqual([]);
    }
  },
);

// The compiler holds that every name in the code is a message; this is the other way round.
describe('every message is named in the code', () => {
  const { literals, patterns } = namesIn(['../src/', '../scripts/', '../manifest.config.ts']);

  test.each(keys)('%s', (key) => {
    const isNamed = literals.has(key) || literals.has(`__MSG_${key}__`);
    expect(isNamed || patterns.some((pattern) => pattern.test(key))).toBe(true);
  });
});

/** The plurals of a message: which number they are of, and their forms. */
function pluralsIn(message: string): { name: string; forms: string[][] }[] {
  return [...message.matchAll(/\{(\w+), plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+)\}/g)].map(
    ([, name = '', forms = '']) => ({
      name,
      forms: [...forms.matchAll(/ (\w+) \{((?:[^{}]|\{\w+\})*)\}/g)].map(
        ([, form = '', text = '']) => [form, text],
      ),
    }),
  );
}

/** A message with the form for most numbers in place of its plurals. */
function inOtherForm(message: string): string {
  return message.replace(/\{\w+, plural,.* other (\{(?:[^{}]|\{\w+\})*\})\}/g, (_, form) =>
    form.slice(1, -1),
  );
}

function placeholders(message: string): string {
  return [...inOtherForm(message).matchAll(/\{\{?[\w.]+\}?\}/g)]
    .map(([whole]) => whole)
    .sort()
    .join();
}

/** The texts in the code, and the names that it puts together, such as `state_${state}`. */
function namesIn(paths: readonly string[]): { literals: Set<string>; patterns: RegExp[] } {
  const literals = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const file of paths.flatMap(filesAt)) {
    JSON.stringify(parseSync(file.pathname, readFileSync(file, 'utf8')).program, (_, node) => {
      if (node?.type === 'Literal') literals.add(String(node.value));
      if (node?.type === 'TemplateLiteral' && node.expressions.length > 0) {
        const parts: string[] = node.quasis.map(
          ({ value }: { value: { raw: string } }) => value.raw,
        );
        const isName = parts.every((part) => /^\w*$/.test(part)) && /^[a-z]+_/.test(parts[0] ?? '');
        if (isName) patterns.set(parts.join('…'), new RegExp(`^${parts.join('\\w+')}$`));
      }
      return node;
    });
  }
  return { literals, patterns: [...patterns.values()] };
}

function filesAt(path: string): URL[] {
  const url = new URL(path, import.meta.url);
  if (!path.endsWith('/')) return [url];
  return readdirSync(url, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => new URL(file, url));
}

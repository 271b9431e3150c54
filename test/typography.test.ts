import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** What no message may hold, by language. What is a name in code, or filled in, is taken out before. */
const everywhere: [what: string, pattern: RegExp][] = [
  ['two spaces, or one at an end', /\s{2}|^\s|\s$/],
  ['three dots for an ellipsis', /\.\.\./],
  ['a straight apostrophe', /\w'\w/],
];
const forbidden: Record<string, [what: string, pattern: RegExp][]> = {
  en: [['a space before an ellipsis', /\s…/]],
  de: [
    ['quotes other than „ “', /[«»”]|(?<!„[^“]*)“/],
    ['an ellipsis without a space', /\S…/],
    [
      'a comma before “und” or “oder” between requests',
      /[A-ZÄÖÜ]\w+en Sie\b[^.:;]*, (?:und|oder) \w+en Sie\b/,
    ],
  ],
  fr: [
    ['a guillemet without a no-break space', /«(?!\u00a0)|(?<!\u00a0)»/],
    ['a colon without a no-break space', /(?<!\u00a0):(?=\s|$)/],
    ['; ? or ! without a narrow no-break space', /(?<!\u202f)[;?!]/],
    ['quotes other than « »', /[„“”]/],
  ],
  es: [
    ['quotes other than « »', /[„“”]/],
    ['a question without its beginning', /^[^¿]*\?/],
    ['a second word for “añadir”', /agreg/i],
  ],
  pt_BR: [
    ['quotes other than “ ”', /[«»„]/],
    ['a second spelling of “e-mail”', /\bemail\b(?!:)/i],
  ],
  ja: [
    ['half-width brackets', /[()]/],
    ['a half-width question mark', /\?/],
    ['a full-width colon', /：/],
    ['brackets for quotes other than 「 」', /[［］“”«»]/],
    ['a space beside full-width punctuation', /(?<!:) [（）。、「」？]|[（）。、「」？] /],
  ],
};

const catalogues = new URL('../public/_locales/', import.meta.url);

const locales = readdirSync(catalogues);

test('the rules are those of languages that there are', () => {
  expect(locales).toEqual(expect.arrayContaining(Object.keys(forbidden)));
  expect(Object.keys(forbidden).length).toBeGreaterThanOrEqual(6);
});

describe.each(locales)('%s', (locale) => {
  const own = forbidden[locale] ?? [];
  const messages = Object.entries<{ message: string }>(
    JSON.parse(readFileSync(new URL(`${locale}/messages.json`, catalogues), 'utf8')),
  );

  test.each([...everywhere, ...own])('has nowhere %s', (_, pattern) => {
    const found = messages.filter(([, { message }]) => pattern.test(withoutCode(message)));
    expect(found.map(([key, { message }]) => `${key}: ${message}`)).toEqual([]);
  });
});

/** Addresses, headers, examples of JSON and placeholders keep the marks that they need. */
function withoutCode(message: string): string {
  return message.replaceAll(
    /\{\{?[\w.]+\}?\}|https?:\S*|chrome:\S*|(?:Content-Type|Authorization):|"[^"]*"/g,
    'x',
  );
}

test('style sheets name no left and right, so that they serve both directions', () => {
  const folder = new URL('../src/', import.meta.url);
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.css'),
  );
  expect(sheets.length).toBeGreaterThan(20);
  const physical =
    /^\s*(?:(?:padding|margin|border|scroll-margin)-(?:left|right)\b[^:]*|left|right|float|text-align:\s*(?:left|right))\s*[:;].*/gm;
  const found = sheets.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(physical)].map(
      ([line]) => `${name}: ${line.trim()}`,
    ),
  );
  expect(found).toEqual([]);
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';
import { regions } from '../src/core/base/environment.ts';
import { languages } from '../src/core/settings/settings.ts';

const folder = new URL('../docs/store/', import.meta.url);
const locales = readdirSync(folder).flatMap((name) =>
  name === 'README.md' ? [] : [name.replace('.md', '')],
);
const pageOf = (locale: string) => readFileSync(new URL(`${locale}.md`, folder), 'utf8');

/** What the released package asks for, its regions as one. */
async function asked(): Promise<string[]> {
  const manifest = Object(await manifestFor('store'));
  const hosts: string[] = manifest.host_permissions.map((host: string) =>
    regions.reduce((pattern, { domain }) => pattern.replace(`.${domain}/`, '.<region>/'), host),
  );
  return [...manifest.permissions, ...new Set(hosts), ...manifest.optional_host_permissions];
}

/** The parts of a page by their order: its headings are in its own language. */
function partsOf(page: string): string[] {
  return page
    .split(/^## .*$/m)
    .slice(1)
    .map((part) => part.trim());
}

const rowsOf = (part: string): string[][] =>
  part
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );

const words = (text: string) => text.replace(/\s+/g, ' ');

const english = partsOf(pageOf('en'));

test('there are pages for six languages of the product, and a list of what to do', () => {
  const offered = languages.map((language) => language.replace('-', '_'));
  expect(offered).toEqual(expect.arrayContaining(locales));
  expect(locales.length).toBeGreaterThanOrEqual(6);
  const list = readFileSync(new URL('README.md', folder), 'utf8');
  for (const locale of locales) expect(list).toContain(`(${locale}.md)`);
});

describe.each(locales)('the listing in %s', (locale) => {
  const page = pageOf(locale);
  const parts = partsOf(page);
  const [name = '', summary = '', description = '', purpose = '', permissions = '', data = ''] =
    parts;

  test('has name and summary as the package has them, and no longer than the store takes', () => {
    const catalogue = JSON.parse(
      readFileSync(new URL(`../public/_locales/${locale}/messages.json`, import.meta.url), 'utf8'),
    );
    expect(name).toBe(catalogue.extensionName.message);
    expect(words(summary)).toBe(catalogue.extensionDescription.message);
    // https://developer.chrome.com/docs/extensions/reference/manifest/description
    expect(words(summary).length).toBeLessThanOrEqual(132);
    expect(name.length).toBeLessThanOrEqual(75);
  });

  test('has the same parts as the English one, none of them empty', () => {
    expect(parts).toHaveLength(english.length);
    for (const part of parts) expect(part.length).toBeGreaterThan(10);
    expect(description === english[2]).toBe(locale === 'en');
    expect(purpose.length).toBeLessThanOrEqual(1_000);
  });

  test('gives a reason for each permission and host of the manifest, and for no other', async () => {
    const rows = rowsOf(permissions);
    expect(rows.map(([permission]) => permission)).toEqual(
      (await asked()).map((permission) => `\`${permission}\``),
    );
    for (const [permission, why = ''] of rows) {
      expect(why.length, permission).toBeGreaterThan(15);
      expect(why.length, permission).toBeLessThanOrEqual(1_000);
    }
    expect(permissions).toContain(String(regions.length));
  });

  test('ticks the same data as the English one, and says what it is', () => {
    const ticked = (part: string) =>
      rowsOf(part).map(([type, , what]) => [type, what !== ''] as const);
    expect(ticked(data)).toEqual(ticked(english[5] ?? ''));
    const answers = new Set(rowsOf(data).map(([, is, what]) => `${is} ${what !== ''}`));
    // One word for yes, which has an explanation, and one for no, which has none.
    expect(answers.size).toBe(2);
  });
});

test('the data form is that of the store: https://developer.chrome.com/docs/webstore/cws-dashboard-privacy', () => {
  const ticked = rowsOf(english[5] ?? '').flatMap(([type, is]) => (is === 'yes' ? [type] : []));
  expect(ticked).toEqual([
    'Personally identifiable information',
    'Authentication information',
    'Web history',
    'Website content',
  ]);
});

/**
 * The store counts the addresses of pages as web history, whatever is done with them: "any information
 * about the websites or other resources a user requests or interacts with, including the domains or
 * URLs". https://developer.chrome.com/docs/webstore/program-policies/user-data-faq
 */
describe('what is ticked is told to the person', () => {
  const privacy = words(readFileSync(new URL('../docs/privacy.md', import.meta.url), 'utf8'));
  const [policy = ''] = privacy.split('## Single purpose');
  const catalogue = JSON.parse(
    readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'),
  );
  const told = ['told_reads', 'told_conversations', 'told_contacts', 'told_sends', 'told_keeps']
    .map((key) => catalogue[key].message)
    .join(' ');
  const said: Record<string, RegExp> = {
    'Personally identifiable information': /customer, number|phone numbers, names/,
    'Authentication information': /access tokens|sign-in/,
    'Web history': /address and title/,
    'Website content': /the page in front of you/,
  };
  const ticked = rowsOf(english[5] ?? '').flatMap(([type = '', is]) =>
    is === 'yes' ? [type] : [],
  );

  test.each(ticked)('%s: in the privacy policy and above the first sign-in', (type) => {
    expect(policy).toMatch(said[type] ?? type);
    expect(told).toMatch(said[type] ?? type);
  });

  test('web history in the description of the listing, too, as the store wants of it', () => {
    expect(words(english[2] ?? '')).toContain('page’s address and title');
  });

  test('a launch keeps of its page what is told, and no more', async () => {
    const { launchPageSchema } = await import('../src/core/launch/launch.ts');
    expect(Object.keys(launchPageSchema.shape).toSorted()).toEqual(['address', 'number', 'title']);
  });
});

test('the pictures that the checklist names are there, in the sizes that it names', () => {
  const list = readFileSync(new URL('README.md', folder), 'utf8');
  const sizeOf = (path: string) => {
    const png = readFileSync(new URL(`../docs/pictures/store/${path}`, import.meta.url));
    return `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`;
  };
  const pictures = ['1.png', '2.png', '3.png', '4.png', '5.png'];
  expect(pictures.map(sizeOf)).toEqual(pictures.map(() => '1280 × 800'));
  expect(sizeOf('tile.png')).toBe('440 × 280');
  for (const size of ['1280 × 800', '440 × 280']) expect(list).toContain(size);
  for (const locale of locales.filter((each) => each !== 'en')) {
    const jpegs = pictures.map((name) => `${locale}/${name.replace('.png', '.jpg')}`);
    expect(jpegs.map(sizeOfJpeg)).toEqual(pictures.map(() => '1280 × 800'));
  }
  expect(existsSync(new URL('../public/icons/128.png', import.meta.url))).toBe(true);
});

/** By the frame's header: https://www.w3.org/Graphics/JPEG/itu-t81.pdf#page=39 */
function sizeOfJpeg(path: string): string {
  const jpeg = readFileSync(new URL(`../docs/pictures/store/${path}`, import.meta.url));
  let at = 2;
  while (jpeg[at + 1] !== 0xc0 && jpeg[at + 1] !== 0xc2) at += 2 + jpeg.readUInt16BE(at + 2);
  return `${jpeg.readUInt16BE(at + 7)} × ${jpeg.readUInt16BE(at + 5)}`;
}

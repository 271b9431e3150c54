import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageContext } from '../../src/core/page/context.ts';
import { factKey } from '../../src/core/page/look.ts';
import type { PageSnapshot } from '../../src/core/page/snapshot.ts';
import { openReader, type ReaderStage } from '../harness/reader.ts';

const pages = new URL('../fixtures/pages/', import.meta.url);
let reader: ReaderStage;

beforeAll(async () => {
  reader = await openReader();
});
afterAll(() => reader?.close());

interface Fragment {
  name: string;
  /** The kind of fault that it shows. */
  kind?: string;
  language?: string;
  /** ISO 3166: the country in the settings. */
  country?: string;
  url?: string;
  html: string;
  /** The number to call; null where there is none. */
  number?: string | null;
  /** Whether the number is to fill a form. */
  filled?: boolean;
  /** Other fields; null where nothing is to be found. */
  fields?: Record<string, string | null>;
}

function pageOf({ html, language = 'en-US', url }: Fragment): string {
  const place = url ? `<!-- address: ${url} -->` : '';
  return `<!doctype html>${place}<html lang="${language}"><title>T</title>${html}`;
}

async function readAlone(fragment: Fragment): Promise<PageSnapshot> {
  await reader.open(pageOf(fragment));
  return reader.snapshot();
}

const fragments: Fragment[] = JSON.parse(readFileSync(new URL('fragments.json', pages), 'utf8'));

describe('the number of a fragment of a page', () => {
  /** What is read of the fragments that need no page of their own. */
  const readings = new Map<Fragment, PageSnapshot>();
  beforeAll(async () => {
    const simple = fragments.filter(({ html, url }) => !url && !/<(?:script|iframe)/.test(html));
    const read = await reader.snapshots(simple.map(pageOf));
    for (const [index, fragment] of simple.entries()) {
      readings.set(fragment, read[index] as PageSnapshot);
    }
  });

  test.each(fragments)('$kind: $name', async (fragment) => {
    const { country = 'US', number, filled } = fragment;
    const snapshot = readings.get(fragment) ?? (await readAlone(fragment));
    const { fields } = pageContext(snapshot, { defaultCountry: country });
    const found = (name: string) => fields[name]?.best.value ?? null;
    if (number !== undefined) expect(found('customerNumber')).toBe(number);
    if (filled !== undefined) expect(fields.customerNumber?.filled ?? false).toBe(filled);
    for (const [name, value] of Object.entries(fragment.fields ?? {}))
      expect([name, found(name)]).toEqual([name, value]);
  });
});

test('what an icon says of a number is found again by a look', async () => {
  await reader.open('<p><i class="fa fa-mobile"></i> 212-555-2671 <b>(home)</b></p>');
  const said = (await reader.snapshot()).facts.filter(({ kind }) => kind === 'text');
  expect(said.map(({ value }) => value)).toEqual([expect.stringContaining('Mobile: ')]);
  const wanted = said.map(({ value }) => value);
  const { facts } = await reader.snapshot({ wanted });
  expect(facts.map(factKey)).toEqual(expect.arrayContaining(said.map(factKey)));
});

const names = readdirSync(pages).filter((name) => name.endsWith('.html'));

describe.each(names)('%s, after a well-known CRM', (name) => {
  beforeAll(() => reader.open(readFileSync(new URL(name, pages), 'utf8')));

  test('is left byte for byte as it was', async () => {
    const state = () =>
      reader.page.evaluate(() => ({
        html: document.documentElement.outerHTML,
        globals: Object.getOwnPropertyNames(window).sort().join(),
        selection: String(getSelection()),
        focus: document.activeElement?.id,
        scroll: [scrollX, scrollY],
      }));
    const before = await state();
    await reader.snapshot();
    expect(await state()).toEqual(before);
  });

  test('is understood as before', async () => {
    const { fields, complete } = await reader.context();
    const lines = Object.entries(fields).flatMap(([field, { best, others }]) =>
      [best, ...others].map(({ value, source, certainty }, index) =>
        [index ? '  or' : field, value, certainty, source.kind, source.label ?? ''].join(' | '),
      ),
    );
    const context = `${complete ? 'complete' : 'incomplete'}\n${lines.join('\n')}\n`;
    await expect(context).toMatchFileSnapshot(
      new URL(name.replace('.html', '.context.txt'), pages).pathname,
    );
  });

  test('says the same to a look that wants one value', async () => {
    const facts = (await reader.snapshot()).facts.slice(0, 20);
    const seen = await reader.looks(facts.map(({ value }) => ({ wanted: [value] })));
    for (const [place, fact] of facts.entries()) {
      expect(seen[place]?.facts.map(factKey)).toContain(factKey(fact));
    }
  });
});

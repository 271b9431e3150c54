import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pageContext } from '../src/core/page/context.ts';
import { type PageFact, parsePageSnapshot } from '../src/core/page/snapshot.ts';

interface Row {
  text?: string;
  kind?: PageFact['kind'];
  name?: string;
  label?: string;
  language?: string;
  url?: string;
  country: string;
  expect: string | null;
  extension?: string;
}

const file = new URL('./fixtures/pages/numbers.json', import.meta.url);
const table: Record<string, Row[]> = JSON.parse(readFileSync(file, 'utf8'));

test('the table is long enough to mean something', () => {
  expect(Object.values(table).flat().length).toBeGreaterThanOrEqual(150);
});

describe.each(Object.entries(table))('%s', (_, rows) => {
  test.each(
    rows.map((row) => [`${row.text ?? row.url}`, row.label ?? row.name ?? '', row] as const),
  )('%s %s', (_text, _label, row) => {
    const { text: value, kind = 'text', name, label } = row;
    const fact = { kind, value, ...(name && { name }), ...(label && { label }) };
    const snapshot = parsePageSnapshot({
      url: row.url ?? 'https://crm.example.com/',
      title: '',
      language: row.language ?? '',
      complete: true,
      facts: value === undefined ? [] : [fact],
    });
    if (!snapshot.ok) throw new Error(snapshot.failure.code);
    const { fields } = pageContext(snapshot.value, { defaultCountry: row.country });
    expect(fields.customerNumber?.best.value ?? null).toBe(row.expect);
    if (row.extension) expect(fields.customerExtension?.best.value).toBe(row.extension);
  });
});

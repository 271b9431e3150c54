import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportOn } from '../src/core/diagnosis/pasted-request.ts';
import { english } from './harness/pasted-forms.ts';

/**
 * Pastes with their right answers, written down before the readers knew them: what the paste is, what
 * it shows at least likely, and the body that was meant. A claim too many is as wrong as one too few.
 */
interface Row {
  readonly name: string;
  readonly kind: string;
  readonly shows: readonly string[];
  readonly corrected: unknown;
  /** The corrected address, where the row says one. */
  readonly address: string | undefined;
  readonly pasted: string;
}

const rows = [
  'pasted',
  'pasted-tools',
  'pasted-errors',
  'pasted-clients',
  'pasted-kinds',
  'pasted-senders',
  'pasted-languages',
].flatMap((file) => {
  const all = readFileSync(new URL(`fixtures/requests/${file}.txt`, import.meta.url), 'utf8');
  const parts = all.split(/^===== (.*)\n/m).slice(1);
  return parts.flatMap((name, place): Row[] =>
    place % 2 === 0 ? [rowOf(name, parts[place + 1] ?? '')] : [],
  );
});

function rowOf(name: string, part: string): Row {
  const [, kind = '', shows = '', corrected = 'null', address, pasted = ''] =
    /^kind: (.*)\nshows:(.*)\ncorrected: (.*)\n(?:address: (.*)\n)?-----\n([\s\S]*?)\n?$/.exec(
      part,
    ) ?? [];
  const codes = shows.split(',').map((code) => code.trim());
  return {
    name,
    kind,
    shows: codes.filter((code) => code !== '').toSorted(),
    corrected: JSON.parse(corrected),
    address,
    pasted,
  };
}

test('there are pastes of many kinds', () => {
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.filter(({ kind }) => kind === '')).toEqual([]);
});

describe.each(rows)('$name', ({ kind, shows, corrected, address, pasted }) => {
  test('is read and judged rightly', async () => {
    const outcome = await reportOn(pasted, english);
    if (!outcome.ok || Array.isArray(outcome.value)) throw new Error('There is no one report');
    const { also = [], ...first } = outcome.value;
    expect([first, ...also].map((it) => it.kind).join(', ')).toBe(kind);
    const sure = first.findings.filter(
      ({ certainty, code }) => certainty !== 'possible' && code !== 'ok',
    );
    expect([...new Set(sure.map(({ code }) => code))].toSorted()).toEqual(shows);
    expect(first.corrected?.body ?? null).toEqual(corrected);
    if (address !== undefined) expect(first.corrected?.url).toBe(address);
    expect(JSON.stringify(outcome.value)).not.toContain('abcdefghijklmnop');
  });
});

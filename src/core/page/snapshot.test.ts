import { describe, expect, test } from 'vitest';
import { mergeSnapshots, type PageFact, type PageSnapshot, parsePageSnapshot } from './snapshot.ts';

const empty: PageSnapshot = {
  url: 'https://crm.example.com/',
  title: 'CRM',
  language: 'en',
  complete: true,
  facts: [],
};
const text = (value: string): PageFact => ({ kind: 'text', value });

function parsed(raw: unknown): PageSnapshot {
  const outcome = parsePageSnapshot(raw);
  if (!outcome.ok) throw new Error(outcome.failure.code);
  return outcome.value;
}

describe('an answer from a page', () => {
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'facts'],
    ['no facts', { ...empty, facts: undefined }],
    ['a fact of an unknown kind', { ...empty, facts: [{ kind: 'cookie', value: '1' }] }],
    ['a value that is no text', { ...empty, facts: [{ kind: 'text', value: { toString: 1 } }] }],
  ])('that is %s is malformed', (_, raw) => {
    expect(parsePageSnapshot(raw)).toMatchObject({
      ok: false,
      failure: { code: 'page-answer-malformed' },
    });
  });

  test('keeps only what the schema names', () => {
    const raw = JSON.parse(
      '{"__proto__":{"x":1},"url":"u","title":"","language":"","complete":true,"facts":[],"more":1}',
    );
    expect(parsed(raw)).toEqual({ url: 'u', title: '', language: '', complete: true, facts: [] });
  });

  test('is cut at 4 kB a value and says so', () => {
    const { facts, complete } = parsed({ ...empty, facts: [text('1'.repeat(5000))] });
    expect(facts[0]?.value).toHaveLength(4096);
    expect(complete).toBe(false);
  });

  test('is cut at 64 kB in all and says so', () => {
    const { facts, complete } = parsed({
      ...empty,
      facts: Array.from({ length: 20 }, () => text('1'.repeat(4096))),
    });
    expect(facts).toHaveLength(16);
    expect(complete).toBe(false);
  });

  test('loses a label of nothing but invisible marks, however long', () => {
    const fact = { ...text('+1 555 019 9888'), label: '\u200b'.repeat(100_000) };
    expect(parsed({ ...empty, facts: [fact] }).facts).toEqual([text('+1 555 019 9888')]);
  });

  test('loses marks that turn or hide text, and shows other control characters', () => {
    const { facts } = parsed({
      ...empty,
      facts: [text('\u202e+1 555\u200b\u0000\u001b[31m\u2066\ud800')],
    });
    expect(facts[0]?.value).toBe('+1 555␀␛[31m\ufffd');
  });
});

describe('snapshots of several frames', () => {
  test('become one, with the page first and each fact once', () => {
    const merged = mergeSnapshots({ ...empty, facts: [text('a')] }, [
      { ...empty, url: 'https://frame.example.com/', facts: [text('a'), text('b')] },
    ]);
    expect(merged.url).toBe(empty.url);
    expect(merged.facts.map(({ value }) => value)).toEqual(['a', 'b']);
  });

  test('are incomplete when one of them is', () => {
    expect(mergeSnapshots(empty, [{ ...empty, complete: false }]).complete).toBe(false);
  });

  test('share the limit', () => {
    const big = Array.from({ length: 15 }, (_, index) =>
      text(`${index}`.repeat(2048).slice(0, 4096)),
    );
    const merged = mergeSnapshots({ ...empty, facts: big }, [
      { ...empty, facts: big.map((f) => ({ ...f, value: `x${f.value.slice(1)}` })) },
    ]);
    expect(merged.complete).toBe(false);
    expect(merged.facts.reduce((sum, { value }) => sum + value.length, 0)).toBeLessThanOrEqual(
      65_536,
    );
  });
});

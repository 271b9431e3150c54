import { describe, expect, test } from 'vitest';
import { evidenceText, findingText } from '../src/core/base/finding-text.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import { diagnose } from '../src/core/diagnosis/diagnosis.ts';
import { meaningOf, opaqueCodes } from '../src/core/diagnosis/error-catalogue.ts';
import { diagnosed, published, read, rowCalled, rows, table } from './refusal-rows.ts';

const catalogue: Record<string, { message: string }> = JSON.parse(
  read('../public/_locales/en/messages.json'),
);
const text: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);
const score = { named: 0, nameable: 0, certainAndWrong: 0 };

describe('refusals', () => {
  test('there are many, and none is there twice', () => {
    expect(rows.length).toBeGreaterThanOrEqual(80);
    expect(new Set(rows.map((row) => row.case)).size).toBe(rows.length);
  });

  test.each(rows)('$case', (row) => {
    const { findings, ruledOut, wouldHelp } = diagnosed(row);
    const wrong = findings.filter((it) => it.certainty === 'certain' && it.code !== row.truth);
    if (row.told === 'yes') score.nameable += 1;
    if (row.told === 'yes' && findings[0]?.code === row.truth) score.named += 1;
    score.certainAndWrong += wrong.length;

    expect(wrong).toEqual([]);
    if (row.told === 'yes') expect(findings[0]?.code).toBe(row.truth);
    for (const finding of findings) {
      const { cause, remedy } = findingText(finding, text);
      expect(cause).not.toMatch(/^$|^Cause: |\{\w+\}/);
      expect(remedy).toMatch(/^[^{}]+\.$/);
    }
    const facts = [...ruledOut, ...wouldHelp, ...findings.flatMap((it) => it.evidence ?? [])];
    expect(
      facts
        .map((fact) => evidenceText(fact, text))
        .filter((said) => /^$|\{\w+\}|^[a-z-]+$/.test(said)),
    ).toEqual([]);
  });

  test('the score', () => {
    const { named, nameable, certainAndWrong } = score;
    process.stdout.write(
      `Refusals: the first finding names the cause in ${named} of ${nameable} where the evidence allows it ` +
        `(${rows.length} in all); certain and wrong: ${certainAndWrong}.\n`,
    );
    expect({ named, certainAndWrong }).toEqual({ named: nameable, certainAndWrong: 0 });
  });
});

describe('every published error code is in the catalogue', () => {
  const codes = table<{ status: string; code: string; answers: string }>(
    'fixtures/refusals/published-codes.tsv',
  );

  test.each(codes)('$status $code', ({ code, status }) => {
    if (opaqueCodes.has(code)) return expect(meaningOf(code)).toBeUndefined();
    const answer = {
      status: Number(status),
      headers: {},
      body: JSON.stringify({ code }),
      cut: false,
    };
    const { findings } = diagnose({ request: published, answer, evidence: {} });
    expect(findings[0]?.code).toBe(meaningOf(code)?.code);
    for (const finding of findings) {
      expect(findingText(finding, text).cause).not.toMatch(/^$|^Cause: |\{\w+\}/);
    }
  });

  test('each one that a launch can answer is a row of the table', () => {
    const launch = codes.filter(
      ({ answers, code }) => answers === 'launch' && !opaqueCodes.has(code),
    );
    const missing = launch.filter(
      ({ code }) => !rows.some(({ body }) => body.includes(`"${code}"`)),
    );
    expect(missing).toEqual([]);
  });
});

describe('what the server names is told exactly', () => {
  test.each([
    ['code missing.permissions', 'architect:flow:launch'],
    ['code missing.any.division.permissions', 'Sales'],
    ['code app.not.authorized.for.scope', '“architect”'],
    ['code ip.not.authorized', '203.0.113.7'],
    ['code authz.policy.denied', 'p-17'],
    ['code request.entity.too.large', '1048576'],
    ['code input.var.not.marked.in.flow.def', 'Flow.customerNumber'],
    ['code variable.value.not.allowed', 'Flow.customerNumber'],
    ['code invalid.property', 'start'],
    ['code constraint.validation', 'size must be between'],
    ['code too.many.requests.retry.after', '30 s'],
    ['opaque 429 with Retry-After', '17 s'],
  ])('%s: %s', (name, told) => {
    const [first] = diagnosed(rowCalled(name)).findings;
    const { cause, remedy } = first ? findingText(first, text) : { cause: '', remedy: '' };
    expect(`${cause} ${remedy}`).toContain(told);
  });

  test('a limit is named with its value', () => {
    const [first] = diagnosed(rowCalled('code too.many.requests')).findings;
    const said = first?.evidence?.map((it) => evidenceText(it, text)).join(' ');
    expect(said).toContain('org.app.user.rate.per.minute = 300');
  });
});

describe('what was ruled out, and what would have helped, is said', () => {
  test('all is in order', () => {
    const { ruledOut } = diagnosed(
      rowCalled('empty 400, evidence lacking: none of what can be checked'),
    );
    expect(ruledOut.map(({ code }) => code)).toEqual([
      'flow-fine',
      'permission-held',
      'scope-held',
      'form-published',
      'inputs-fit',
    ]);
  });

  test('the flow may not be looked at', () => {
    const { wouldHelp } = diagnosed(rowCalled('empty 400, evidence lacking: no permission'));
    expect(wouldHelp.map(({ code }) => code)).toContain('needs-permission');
  });
});

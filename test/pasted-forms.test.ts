import { describe, expect, test } from 'vitest';
import type { Report, ReportedFinding } from '../src/core/diagnosis/pasted-report.ts';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { english, pastedForms } from './harness/pasted-forms.ts';

/**
 * What is read of each form that people paste, and found in it: `fixtures/forms/*.report.md` hold it,
 * so that a change of any reader shows what it changes. Nothing is lost, and no token is shown.
 */
const groups = [...new Set(pastedForms.map(({ group }) => group))].map(
  (group) => [group, pastedForms.filter((it) => it.group === group)] as const,
);

test('there are forms of all kinds', () => {
  expect(groups.length).toBeGreaterThan(8);
  expect(pastedForms.length).toBeGreaterThan(150);
});

describe.each(groups)('%s', (group, forms) => {
  test('is read and judged as before', async () => {
    const parts: string[] = [];
    for (const { name, pasted } of forms) {
      const reports = await reportOnPaste(pasted, english);
      const lines = reports.ok ? reports.value.map(written) : [`failed: ${reports.failure.code}`];
      parts.push(`## ${name}\n\n${lines.join('\n')}\n`);
    }
    await expect(parts.join('\n')).toMatchFileSnapshot(`fixtures/forms/${group}.report.md`);
  });

  test.each(forms)('$name keeps every value', async ({ pasted }) => {
    const reports = await reportOnPaste(pasted, english);
    for (const report of reports.ok ? reports.value : []) {
      const kept = JSON.stringify([report.corrected, report.leftOut ?? []]);
      for (const { from, to } of report.moved ?? []) {
        expect(kept, `${from} → ${to}`).toContain(to.split('.').at(-1));
      }
      expect(JSON.stringify(report)).not.toMatch(/abcdefgh|abc123abc123/);
    }
  });
});

function written(report: Report): string {
  const { kind, form, findings, refusal = [], corrected, moved = [], leftOut = [] } = report;
  const lines = [
    `${kind}${form === undefined ? '' : `, read as ${form}`}`,
    ...findings.map((it) => `- ${said(it)}`),
    ...refusal.map((it) => `- the answer: ${said(it)}`),
  ];
  if (corrected !== null) {
    const { url, headers, body } = corrected;
    lines.push(
      `- corrected: ${url}`,
      `  - ${JSON.stringify(headers)}`,
      `  - ${JSON.stringify(body)}`,
    );
  }
  if (moved.length > 0)
    lines.push(`- moved: ${moved.map(({ from, to }) => `${from} → ${to}`).join(', ')}`);
  if (leftOut.length > 0) lines.push(`- left out: ${JSON.stringify(leftOut)}`);
  return `${lines.join('\n')}\n`;
}

function said({ code, certainty, cause: _, remedy: __, ...params }: ReportedFinding): string {
  const named = Object.entries(params).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
  return `${certainty} ${code}${named.join('')}`;
}

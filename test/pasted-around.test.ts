import { expect, test } from 'vitest';
import { reportOnPaste } from '../src/core/diagnosis/pasted-request.ts';
import { english, pastedForms } from './harness/pasted-forms.ts';

/** Forms that end nowhere by themselves, so that words behind them may belong to them. */
const withoutEnd = new Set([
  'insomnia-yaml',
  'openapi-yaml',
  'powershell-json-string',
  'rest-client',
  'js-options-literal',
  'dots1',
  'dots2',
  'py-dict-bare',
]);
// Of `around` each has its surroundings already.
const forms = pastedForms.filter(({ group, name }) => group !== 'around' && !withoutEnd.has(name));

/** What is pasted, and the body that was meant. */
async function readingOf(pasted: string): Promise<unknown> {
  const reports = await reportOnPaste(pasted, english);
  if (!reports.ok) return reports.failure.code;
  return reports.value.map(({ kind, corrected }) => [kind, corrected?.body]);
}

test.each(forms)('a greeting and thanks around $name change nothing', async ({ pasted }) => {
  const around = `Hello everybody,\n\n${pasted}\n\nWhat is wrong with it? Thanks!\n`;
  expect(await readingOf(around)).toEqual(await readingOf(pasted));
});

test.each(pastedForms)('line ends of Windows in $name change nothing', async ({ pasted }) => {
  const read = async (text: string) =>
    JSON.stringify(await readingOf(text)).replaceAll('\\r\\n', '\\n');
  expect(await read(pasted.replaceAll('\n', '\r\n'))).toEqual(await read(pasted));
});

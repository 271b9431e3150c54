/**
 * `npm run --silent explain < request.txt`: says what a request, an answer or an execution shows.
 * Reads one paste in any form, or a JSON array of requests, from standard input; prints JSON with a
 * `kind`. Sends nothing. Ends with 2, and a sentence on standard error, where there is nothing to
 * read.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { explain } from '../src/core/base/explain.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import { reportOn } from '../src/core/diagnosis/pasted-request.ts';

const catalogue: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);
const text: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);

const input = (await buffer(process.stdin)).toString('utf8');
const report = await reportOn(input, text);
if (report.ok) {
  process.stdout.write(`${JSON.stringify(report.value, null, 2)}\n`);
  const nothing = [report.value].flat().find(({ kind }) => kind === 'unknown');
  if (nothing !== undefined) {
    process.stderr.write(`${nothing.summary} ${nothing.findings[0]?.remedy}\n`);
    process.exitCode = 2;
  }
} else {
  const { cause, remedy } = explain(report.failure, text);
  process.stderr.write(`${cause} ${remedy}\n`);
  process.exitCode = 2;
}

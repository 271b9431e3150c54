/**
 * `npm run --silent check-policy < policy.json`: what becomes of a policy, before anybody gets it.
 * Reads the policy, or a policy file for Linux, from standard input. Ends with 1 where a part would
 * not count, and with 2 where there is no policy to read.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { PartProblem } from '../src/core/base/lenient.ts';
import { fill, inKey, type MessageKey } from '../src/core/base/text.ts';
import { checkPolicy, type PolicySchema, policiesIn } from '../src/core/settings/policy-check.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const words: Record<string, { message: string }> = read('../public/_locales/en/messages.json');
const schema: PolicySchema = read('../public/managed-schema.json');

const policies = policiesIn(parsed((await buffer(process.stdin)).toString('utf8')));
if (policies === undefined) {
  process.stderr.write(
    'This is no policy: a JSON object with the names of settings is expected.\n',
  );
  process.exitCode = 2;
}
for (const document of policies ?? []) {
  const { withheld, policy } = checkPolicy(document, schema);
  tell('Arrives', policy.names);
  tell('Chrome withholds, and tells nobody', withheld.map(lineOf));
  tell('Kickoff leaves out, and lists on its options page', policy.problems.map(lineOf));
  if (withheld.length + policy.problems.length > 0) process.exitCode = 1;
}

function tell(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log([`${title}:`, ...lines.map((each) => `  ${each}`)].join('\n'));
}

function lineOf({ path, reason, detail = '', leftOut }: PartProblem): string {
  const what = text(`part_${inKey(reason)}`, { detail });
  const more = leftOut && leftOut !== path ? [text('part_left_out', { part: leftOut })] : [];
  return [path, what, ...more].join(' ');
}

function text(key: MessageKey, params: Record<string, string>): string {
  return fill(words[key]?.message ?? '', params);
}

function parsed(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    return undefined;
  }
}

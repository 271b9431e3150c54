/**
 * `npm run --silent check-policy < policy`: what becomes of a policy, before it is rolled out. Reads it
 * from standard input, in any of its forms: JSON for Google's admin console, with or without each value
 * wrapped; a policy file for Linux; a registry file; a configuration profile for macOS; the script and
 * the JSON for Intune.
 *
 * Ends with 0 where all of it counts, with 1 where a part does not or contradicts another, and with 2
 * where there is no policy to read. It prints what agents will see once all of it counts; with
 * `-- --explain` in any case.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import type { PartProblem } from '../src/core/base/lenient.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import type { PolicySchema } from '../src/core/policy/check.ts';
import { decode } from '../src/core/policy/decode.ts';
import type { PolicyFile, PolicyPart, Remark } from '../src/core/policy/file.ts';
import { judge } from '../src/core/policy/judge.ts';
import { readPolicyFile } from '../src/core/policy/read.ts';
import {
  contradictionText,
  explainFile,
  outlookText,
  problemText,
  remarkText,
} from '../src/core/policy/words.ts';

const read = (path: string) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const words: Record<string, { message: string }> = read('../public/_locales/en/messages.json');
const schema: PolicySchema = read('../public/managed-schema.json');
const text: Text = (key, params) => fill(words[key]?.message ?? '', params);
const explains = process.argv.includes('--explain');

const decoded = decode(await buffer(process.stdin));
const file = decoded.ok ? readPolicyFile(decoded.value, schema) : decoded;
if (file.ok) tellFile(file.value);
else {
  const { cause, remedy } = explainFile(file.failure, text);
  process.stderr.write(`${cause}\n${remedy}\n`);
  process.exitCode = 2;
}

function tellFile(policyFile: PolicyFile): void {
  const { parts, remarks } = judge(policyFile, schema);
  tell('In the file itself', remarks.filter(({ isFault }) => isFault).map(lineOf));
  for (const { part, check, contradictions, outlook, isGood } of parts) {
    const { withheld, policy } = check;
    if (parts.length > 1) console.log(`Extension ${part.extensionId}:`);
    tell('Arrives', policy.names);
    tell('Chrome leaves out, without a message', withheld.map(placedIn(part)));
    tell('Kickoff leaves out, and lists on its options page', policy.problems.map(placedIn(part)));
    const told = (isNote: boolean) =>
      contradictions
        .filter((each) => each.isNote === isNote)
        .map((each) => contradictionText(each, text) + placeIn(part, each.path));
    tell('Contradicts itself', told(false));
    tell('Worth a look', told(true));
    if (isGood || explains) {
      tell(
        'What each agent will see',
        outlook.map((each) => outlookText(each, text)),
      );
    }
    if (!isGood) process.exitCode = 1;
  }
  tell('Also', remarks.filter(({ isFault }) => !isFault).map(lineOf));
  if (remarks.some(({ isFault }) => isFault)) process.exitCode = 1;
}

function tell(title: string, lines: readonly string[]): void {
  if (lines.length > 0) console.log([`${title}:`, ...lines.map((each) => `  ${each}`)].join('\n'));
}

function lineOf(remark: Remark): string {
  return remarkText(remark, text);
}

function placedIn(part: PolicyPart) {
  return (problem: PartProblem) => problemText(problem, text) + placeIn(part, problem.path);
}

/** Where it stands, in a text of several lines. */
function placeIn({ placeOf }: PolicyPart, path: string): string {
  const isOneLine = decoded.ok && !decoded.value.text.trim().includes('\n');
  const place = isOneLine ? undefined : placeOf(path);
  return place ? ` (line ${place.line}, column ${place.column})` : '';
}

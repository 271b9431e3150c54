import { readFileSync } from 'node:fs';
import type { PartProblem } from '../src/core/base/lenient.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import type { PolicySchema } from '../src/core/policy/check.ts';
import { type Decoded, decode } from '../src/core/policy/decode.ts';
import type { PolicyFile, PolicyPart, Remark } from '../src/core/policy/file.ts';
import { type JudgedPart, judge } from '../src/core/policy/judge.ts';
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

/** What `npm run check-policy` prints, and what it ends with. */
interface Answer {
  readonly status: 0 | 1 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * What becomes of a policy. The status is 0 where all of it counts, 1 where a part does not or
 * contradicts another, and 2 where there is no policy to read.
 *
 * @param bytes the policy in any of its forms and encodings
 * @param explains says what agents will see also where not all of it counts
 */
export function policyAnswer(bytes: Uint8Array, explains: boolean): Answer {
  const decoded = decode(bytes);
  if (!decoded.ok) return refused(decoded.failure);
  const file = readPolicyFile(decoded.value, schema);
  return file.ok ? judged(file.value, decoded.value, explains) : refused(file.failure);
}

function refused(failure: Parameters<typeof explainFile>[0]): Answer {
  const { cause, remedy } = explainFile(failure, text);
  return { status: 2, stdout: '', stderr: `${cause}\n${remedy}\n` };
}

function judged(file: PolicyFile, decoded: Decoded, explains: boolean): Answer {
  const { parts, remarks } = judge(file, schema);
  const faults = remarks.filter(({ isFault }) => isFault);
  const others = remarks.filter(({ isFault }) => !isFault);
  const stdout = [
    section('In the file itself', faults.map(lineOf)),
    ...parts.map((each) => {
      const title = parts.length > 1 ? `Extension ${each.part.extensionId}:\n` : '';
      return title + partText(each, decoded, explains || each.isGood);
    }),
    section('Also', others.map(lineOf)),
  ].join('');
  const isGood = faults.length === 0 && parts.every((each) => each.isGood);
  return { status: isGood ? 0 : 1, stdout, stderr: '' };
}

/** What is said of the settings for one extension. */
function partText(
  { part, check, contradictions, outlook }: JudgedPart,
  decoded: Decoded,
  explains: boolean,
): string {
  const place = (path: string) => placeIn(part, path, decoded);
  const problem = (each: PartProblem) => problemText(each, text) + place(each.path);
  const told = (isNote: boolean) =>
    contradictions
      .filter((each) => each.isNote === isNote)
      .map((each) => contradictionText(each, text) + place(each.path));
  const seen = explains ? outlook.map((each) => outlookText(each, text)) : [];
  return [
    section('Arrives', check.policy.names),
    section('Chrome leaves out, without a message', check.withheld.map(problem)),
    section(
      'Kickoff leaves out, and lists on its options page',
      check.policy.problems.map(problem),
    ),
    section('Contradicts itself', told(false)),
    section('Worth a look', told(true)),
    section('What each agent will see', seen),
  ].join('');
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0
    ? ''
    : `${[`${title}:`, ...lines.map((each) => `  ${each}`)].join('\n')}\n`;
}

function lineOf(remark: Remark): string {
  return remarkText(remark, text);
}

/** Where it stands, in a text of several lines. */
function placeIn({ placeOf }: PolicyPart, path: string, decoded: Decoded): string {
  const isOneLine = !decoded.text.trim().includes('\n');
  const place = isOneLine ? undefined : placeOf(path);
  return place ? ` (line ${place.line}, column ${place.column})` : '';
}

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };
import { explain } from '../src/core/base/explain.ts';
import { fill, type Text } from '../src/core/base/text.ts';
import { reportOn } from '../src/core/diagnosis/pasted-request.ts';
import { inWords } from '../src/core/diagnosis/pasted-words.ts';

const usage = `kickoff-explain [--json] [FILE]

Checks a request that launches a Genesys Cloud flow, in code, a command or an export, or the response
to it, and shows the request as it should be. Reads FILE or standard input. Sends nothing.`;

const catalogue: Record<string, { message: string }> = messages;
const text: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);

/** What a command prints, and what it ends with. */
interface Answer {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

/** What `npm run explain` answers about a paste: JSON. The status is 2 where there is nothing to check. */
export async function explainAnswer(input: Uint8Array): Promise<Answer> {
  const report = await reportOn(Buffer.from(input).toString('utf8'), text);
  if (!report.ok) {
    const { cause, remedy } = explain(report.failure, text);
    return refused(`${cause} ${remedy}`);
  }
  const stdout = `${JSON.stringify(report.value, null, 2)}\n`;
  const nothing = [report.value].flat().find(({ kind }) => kind === 'unknown');
  if (nothing === undefined) return { status: 0, stdout, stderr: '' };
  return { status: 2, stdout, stderr: `${nothing.summary} ${nothing.findings[0]?.remedy}\n` };
}

/**
 * What `kickoff-explain` answers, in words or as JSON. The status is 2 where there is nothing to check.
 *
 * @param args as the command line has them
 * @param standardInput reads it to its end; undefined where a person would have to type it
 */
export async function kickoffExplainAnswer(
  args: readonly string[],
  standardInput: (() => Promise<Uint8Array>) | undefined,
): Promise<Answer> {
  const given = parsedArguments(args);
  if (typeof given === 'string') return refused(`${given}\n\n${usage}`);
  const { values, positionals } = given;
  const [file] = positionals;
  if (values.help) return { status: 0, stdout: `${usage}\n`, stderr: '' };
  const input = file === undefined ? await standardInput?.() : bytesOf(file);
  if (input === undefined) return refused(usage);
  if (typeof input === 'string') return refused(input);
  const report = await reportOn(Buffer.from(input).toString('utf8'), text);
  if (!report.ok) {
    const { cause, remedy } = explain(report.failure, text);
    return refused(`${cause} ${remedy}`);
  }
  const reports = [report.value].flat();
  const shown = values.json ? JSON.stringify(report.value, null, 2) : inWords(reports, text);
  const status = reports.some(({ kind }) => kind === 'unknown') ? 2 : 0;
  return { status, stdout: `${shown}\n`, stderr: '' };
}

/** The arguments, or what is wrong with them. */
function parsedArguments(args: readonly string[]) {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What a file holds, or why it cannot be read. */
function bytesOf(file: string): Buffer | string {
  try {
    return readFileSync(file);
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : error}.`;
  }
}

function refused(words: string): Answer {
  return { status: 2, stdout: '', stderr: `${words}\n` };
}

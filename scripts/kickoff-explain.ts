/**
 * `kickoff-explain [--json] [FILE]`: says what a request, an answer or an execution shows, from a file
 * or standard input, in words or as JSON. Sends nothing. Ends with 2, and a sentence on standard
 * error, where there is nothing to read.
 */
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
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

process.exitCode = await main();

async function main(): Promise<number> {
  const given = parsedArguments();
  if (typeof given === 'string') return say(`${given}\n\n${usage}`);
  const { values, positionals } = given;
  const [file] = positionals;
  if (values.help || (file === undefined && process.stdin.isTTY)) return say(usage, values.help);
  const input = file === undefined ? await buffer(process.stdin) : bytesOf(file);
  if (typeof input === 'string') return say(input);
  const report = await reportOn(input.toString('utf8'), text);
  if (!report.ok) {
    const { cause, remedy } = explain(report.failure, text);
    return say(`${cause} ${remedy}`);
  }
  const reports = [report.value].flat();
  const shown = values.json ? JSON.stringify(report.value, null, 2) : inWords(reports, text);
  process.stdout.write(`${shown}\n`);
  return reports.some(({ kind }) => kind === 'unknown') ? 2 : 0;
}

/** The arguments, or what is wrong with them. */
function parsedArguments() {
  const options = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
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

function say(words: string, isAskedFor = false): number {
  (isAskedFor ? process.stdout : process.stderr).write(`${words}\n`);
  return isAskedFor ? 0 : 2;
}

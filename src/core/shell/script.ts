import { longestPaste } from '../request/longest.ts';
import { type PiecesWithPlaces, requestPiece } from '../request/piece.ts';
import type { SeenRequest } from '../request/seen.ts';
import { requestFromCurl } from './curl.ts';
import { writtenInto } from './files.ts';
import { requestFromGc } from './gc.ts';
import { requestFromHttpie } from './httpie.ts';
import { jqOutput } from './jq.ts';
import type { Variables } from './quotes.ts';
import { requestFromWget } from './wget.ts';
import { type Command, readCommand, readWord, withoutCarets } from './words.ts';

const readers: Readonly<Record<string, (command: Command) => SeenRequest | undefined>> = {
  curl: requestFromCurl,
  wget: requestFromWget,
  http: requestFromHttpie,
  https: requestFromHttpie,
  xh: requestFromHttpie,
  gc: requestFromGc,
};

/** A command that sends a request, at the beginning of a line, behind a prompt, a pipe, a bracket or a colon. */
const sender =
  /(?:^|[\n;|&(`">]|\$\(|[$#%]\s|:\s(?=curl\s+-)|\b(?:Run|RUN)\s(?=curl\s)|\/bin\/)[ \t]*(?:sudo[ \t]+|time[ \t]+|\w+=\S{0,500}[ \t]+)*((curl)(?:\.exe)?|wget|gc(?:\.exe)?(?=(?:[ \t]+-\S+(?:[ \t]+(?!flows?\b)[^\s-]\S*)?){0,8}[ \t]+flows?\b)|https?(?=[ \t]+(?:-|POST\b|GET\b|PUT\b|PATCH\b|https?:|:|[\w.-]+\.\w+\/|(?:post|put|patch|get)[ \t]+(?:https?:|:\d|[\w.-]+\.\w+\/|\$)))|xh)(?=[ \t\\^`])/g;

const mostCommands = 100;

/** What a script sends with curl, wget, HTTPie or `gc`, and which parts of the text those are. */
export function requestsOfScript(text: string): PiecesWithPlaces {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  const script = prepared(text);
  let behind = 0;
  for (const found of script.matchAll(sender)) {
    const [whole, named = ''] = found;
    const at = found.index + whole.length - named.length;
    if (at < behind || pieces.length >= mostCommands || isComment(script, at)) continue;
    const variables = new Map([...variablesIn(script.slice(0, at)), ...argumentsAt(script, at)]);
    const command = readCommand(script, at, variables);
    const name = named.replace('.exe', '');
    const piped = command.input ?? pipedInto(script, behind, at, variables);
    const isFile = piped?.startsWith('@') === true;
    const input = isFile ? undefined : piped;
    const inputFile = isFile ? piped?.slice(1) : command.inputFile;
    // Windows PowerShell calls Invoke-WebRequest by these names, too.
    if (command.words.some((it) => /^-(?:Uri|Method|Headers|Body|ContentType)$/i.test(it)))
      continue;
    const read = readers[name]?.({ ...command, input, inputFile });
    const request = read && isForCmd(script.slice(0, at)) ? asCmdSends(read, script, at) : read;
    behind = Math.max(command.end, at + 1);
    if (request === undefined) continue;
    const file = request.bodyBehind;
    const written =
      file === undefined ? undefined : writtenInto(file, script.slice(0, at), variables);
    const unfilled = unfilledIn(command, script.slice(0, at));
    const body = written && { bodyText: written.text, bodyBehind: undefined };
    pieces.push(requestPiece({ ...request, ...body, unfilled }, at));
    if (written !== undefined) spans.push([...written.span]);
    spans.push([at, command.end]);
  }
  return { pieces, spans };
}

/** What cmd.exe and PowerShell continue lines with, as bash does it. */
function prepared(text: string): string {
  const isForCmd = /(?:^|\s)\^"|\^[ \t]*\r?\n/.test(text);
  // A grave accent before a quote may be part of a text; at a body's first quote it is an escape.
  const isForPowerShell = /`[ \t]*\r?\n/.test(text) || /"[{[]\s*`"/.test(text);
  if (isForCmd) return withoutCarets(text);
  // Programs for Windows take a doubled quote within quotes for a quote; no shell would be given such a body.
  if (/"\{\s*""/.test(text)) return text.replaceAll('""', '\\"');
  return isForPowerShell ? text.replace(/`\r?\n\s*/g, ' ').replace(/`(["`$])/g, '\\$1') : text;
}

/** Whether the prompt of cmd.exe stands before a command. */
function isForCmd(before: string): boolean {
  return /(?:^|\n)[A-Z]:\\[^\n<>]{0,200}>\s?$/.test(before.slice(-250));
}

/** cmd.exe knows no single quotes: they are sent, and the double quotes within them are taken off. */
function asCmdSends(request: SeenRequest, script: string, at: number): SeenRequest {
  const { bodyText } = request;
  const isQuoted = bodyText !== undefined && script.slice(at).includes(`'${bodyText}'`);
  return isQuoted ? { ...request, bodyText: `'${bodyText}'` } : request;
}

/**
 * The variable in single quotes that a script sets before the command; any other stands for what a person left out.
 * Another program fills variables in where the command is a text of its own: `sh -c "curl …"`.
 */
function unfilledIn({ unfilled }: Command, before: string): string | undefined {
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isWithin = [line.match(/["`]/g), before.match(/"""/g)].some(
    (it) => (it?.length ?? 0) % 2 === 1,
  );
  const name = unfilled?.replace(/[${}]/g, '');
  return !isWithin && name !== undefined && before.includes(`${name}=`) ? unfilled : undefined;
}

function isComment(text: string, at: number): boolean {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  return (
    /^\s*(?:#|\/\/|rem\b|::)(?!\s*$)/i.test(text.slice(start, at)) &&
    !/^#\s*$/.test(text.slice(start, at))
  );
}

/** `NAME=value`, also exported or read from a here-document, before the command. */
function variablesIn(text: string): Variables {
  const variables = new Map<string, string>();
  const found = text.matchAll(
    /(?:^|[\n;&])[ \t]*(?:export[ \t]+|local[ \t]+|declare[ \t]+(?:-\w+[ \t]+)?|set[ \t]+)?(\w+)=|(?:^|[\n;&])[ \t]*set[ \t]+(?:-\w+[ \t]+){0,3}(\w+)[ \t]+(?=["'])|read[ \t]+(?:-\w+[ \t]+(?:'')?[ \t]*)*(\w+)[ \t]*(?=<<)/g,
  );
  for (const assignment of found) {
    if (variables.size >= 10_000) break;
    const [whole, plain, fish, read] = assignment;
    const name = plain ?? fish;
    const at = assignment.index + whole.length;
    if (read !== undefined) {
      const { input } = readCommand(text, at, variables);
      if (input !== undefined) variables.set(read, input);
    } else if (name !== undefined) {
      const { value } = readWord(text, at, variables);
      // One that doubles again and again would fill the memory.
      const known = documentIn(value, variables) ?? builtByJq(value, variables) ?? value;
      variables.set(name, known.slice(0, longestPaste));
    }
  }
  for (const [name, value] of variables) if (/^\$\(|^`/.test(value)) variables.delete(name);
  return variables;
}

/** What the function that a command stands in is called with below it: `$1`, `$2`. */
function argumentsAt(text: string, at: number): [string, string][] {
  if (!/\$\{?[1-9]/.test(text.slice(at, at + 5_000))) return [];
  const opening =
    /(?:^|\n)[ \t]*(?:function[ \t]+([\w-]+)[ \t]*(?:\(\))?|([\w-]+)[ \t]*\(\))\s{0,9}\{[ \t\r]*\n/g;
  const [, named, short] = [...text.slice(0, at).matchAll(opening)].at(-1) ?? [];
  const name = named ?? short;
  if (name === undefined) return [];
  const end = /\n[ \t]*\}/.exec(text.slice(at));
  const below = end === null ? '' : text.slice(at + end.index + end[0].length);
  const call = new RegExp(`(?:^|\\n|\\$\\()[ \\t]*(${name})[ \\t]+\\S`).exec(below);
  if (call === null) return [];
  const start = call.index + call[0].indexOf(name);
  const variables = variablesIn(`${text.slice(0, at)}\n${below.slice(0, start)}`);
  const { words } = readCommand(below, start, variables);
  return words.slice(1).map((word, place) => [String(place + 1), word]);
}

/** `$(cat <<EOF … EOF)` is the here-document in it. */
function documentIn(value: string, variables: Variables): string | undefined {
  if (!/^\$\(\s*cat\s*<</.test(value)) return undefined;
  return readCommand(value.slice(2, -1), 0, variables).input;
}

/** `$(jq -n '{…}')` is the object that it writes. */
function builtByJq(value: string, variables: Variables): string | undefined {
  if (!/^\$\(\s*jq\b/.test(value)) return undefined;
  return jqOutput(readCommand(value.slice(2, -1).trim(), 0, variables).words);
}

/** What a command before a pipe prints: `echo '…' |`, `cat <<EOF |`. */
function pipedInto(
  text: string,
  from: number,
  at: number,
  variables: Variables,
): string | undefined {
  const before = text.slice(from, at);
  const pipe = /\|[ \t]*(?:\\?\r?\n)?[ \t]*$/.exec(before);
  if (pipe === null) return undefined;
  const start = Math.max(
    ...['\n', ';', '&&'].map((end) => lastOutside(before.slice(0, pipe.index), end)),
  );
  const printer = /\b(echo|printf|cat|envsubst)\b/.exec(before.slice(Math.max(0, start)));
  const jq = /\bjq\b/.exec(before.slice(Math.max(0, start)));
  if (printer === null && jq !== null) {
    const command = readCommand(text, from + Math.max(0, start) + jq.index, variables);
    return jqOutput(command.words) ?? '@-';
  }
  if (printer === null) {
    const literal = /(['"])([\s\S]*)\1\s*$/.exec(before.slice(0, pipe.index));
    return literal?.[2];
  }
  const { words, input, inputFile } = readCommand(
    text,
    from + Math.max(0, start) + printer.index,
    variables,
  );
  if (/cat|envsubst/.test(printer[1] ?? '')) return input ?? `@${inputFile ?? words[1] ?? '-'}`;
  const said = words.slice(1).filter((word) => !/^-[neE]+$|^%s(?:\\n)?$/.test(word));
  return said.join(' ');
}

/** Where the last command before begins; a body in quotes may hold line breaks of its own. */
function lastOutside(text: string, end: string): number {
  const printed = text.search(/\b(?:echo|printf|cat)\b[^\n]*(?:\n|$)[\s\S]*$/);
  const at = text.lastIndexOf(end, printed < 0 ? text.length : printed);
  return Math.max(at, 0);
}

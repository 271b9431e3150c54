import {
  ansiQuoted,
  doubleQuoted,
  type Part,
  type Quoted,
  substituted,
  typographic,
  until,
  type Variables,
} from './quotes.ts';

/** One command of a script: its words, and what it is given on its standard input. */
export interface Command {
  readonly words: readonly string[];
  /** What a here-document or here-string gives it; `undefined` where there is none. */
  readonly input: string | undefined;
  /** The file that `<` names. */
  readonly inputFile: string | undefined;
  /** Index behind the command. */
  readonly end: number;
  /** Whether the text ends within a quote or a here-document of the command. */
  readonly isOpen: boolean;
  /** Whether the text ends with a word of the command that has no quotes, and may be longer. */
  readonly isBare: boolean;
  /** A variable in single quotes, in which none is filled in. */
  readonly unfilled: string | undefined;
}

/**
 * Reads the command that begins at `start` as bash does: quotes of three kinds, backslashes, continued
 * lines, variables that the text sets, here-documents. A line break without a backslash ends it,
 * unless what follows can only be more of the same, because pages that show commands lose backslashes.
 * Typographic quotes count as quotes where a word begins with one.
 */
export function readCommand(
  text: string,
  start: number,
  variables: Variables = new Map(),
): Command {
  const words: string[] = [];
  let word: string | undefined;
  let input: string | undefined;
  let inputFile: string | undefined;
  let at = start;
  let behind = -1;
  let quoteEnd = -1;
  let isOpen = false;
  let unfilled: string | undefined;
  const finish = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  while (at < text.length) {
    const next = text[at] ?? '';
    const quoted = quotedPart(text, at, word === undefined, variables);
    if (quoted !== undefined) {
      word = (word ?? '') + quoted.value;
      if (next === "'") unfilled ??= variableIn(quoted.value);
      at = quoted.end;
      quoteEnd = at;
      isOpen ||= !quoted.isClosed;
    } else if (next === '\\') {
      const line = /^\\\s*?\r?\n[ \t]*/.exec(text.slice(at, at + 200));
      if (line === null) word = (word ?? '') + (text[at + 1] ?? '');
      at += line?.[0].length ?? 2;
    } else if (/[\r\n]/.test(next)) {
      finish();
      if (words.length > 0 && !goesOn(text, at, words)) break;
      at += 1;
    } else if (/\s/.test(next)) {
      finish();
      at += 1;
    } else if (next === '<' && word === undefined) {
      const given = inputAt(text, at, variables);
      if (given === undefined) word = next;
      input = given?.input ?? input;
      inputFile = given?.file ?? inputFile;
      if (given?.isPlain === true) unfilled ??= variableIn(given.input ?? '');
      behind = Math.max(behind, given?.behind ?? -1);
      isOpen ||= given?.isOpen === true;
      at = given?.end ?? at + 1;
    } else if (next === '$') {
      const open = substituted(text, at, variables);
      word = (word ?? '') + open.value;
      at = open.end;
    } else if (word === undefined && /[;|&)]/.test(next)) {
      break;
    } else if (/[;|)]/.test(next) && (at === quoteEnd || !/^(?:https?:|\{)/.test(word ?? ''))) {
      break;
    } else {
      word = (word ?? '') + next;
      at += 1;
    }
  }
  const isBare =
    at >= text.length &&
    !text.endsWith('/flows/executions') &&
    /[^\s'"’”]$/.test(text) &&
    !(word ?? words.at(-1) ?? '').startsWith('-');
  finish();
  return { words, input, inputFile, end: Math.max(at, behind), isOpen, isBare, unfilled };
}

/** One word, as in an assignment. */
export function readWord(text: string, start: number, variables: Variables): Part {
  let value = '';
  let at = start;
  while (/[ \t]/.test(text[at] ?? '') && value === '') at += 1;
  while (at < text.length && !/[\s;|&]/.test(text[at] ?? '')) {
    const quoted = quotedPart(text, at, value === '', variables);
    const open = text[at] === '$' ? substituted(text, at, variables) : undefined;
    const part = quoted ?? open;
    value += part?.value ?? text[at];
    at = part?.end ?? at + 1;
  }
  return { value, end: at };
}

/** A variable that is a token, a part of an address or a whole text of JSON. `${name}` may be another tool's. */
function variableIn(text: string): string | undefined {
  return /(?:^|[ "/])(\$(?:[A-Za-z_]\w*|\{[A-Z_][A-Z\d_]*\}))(?=["/]|$)/.exec(text)?.[1];
}

/** Whether a line break only seems to end a command: an option, a body or an address follows. */
function goesOn(text: string, at: number, words: readonly string[]): boolean {
  const [, next] =
    /^\s*\r?\n[ \t]*(-{1,2}[A-Za-z]|['"“‘]?https?:\/\/|['"“‘]?\{\s*["“])/.exec(
      text.slice(at, at + 200),
    ) ?? [];
  // What has no quotes and no option before it came back.
  return next?.startsWith('{') ? /^--?(?:d|data|json|body)/.test(words.at(-1) ?? '') : !!next;
}

/**
 * Takes the carets out of a command for cmd.exe, where a caret protects the next character and
 * continues the line. What remains is quoted with double quotes and `\"`, as bash reads it.
 * https://ss64.com/nt/syntax-esc.html
 */
export function withoutCarets(command: string): string {
  return command.replace(/\^\r?\n\s*/g, ' ').replace(/\^([\s\S])/g, '$1');
}

function quotedPart(
  text: string,
  at: number,
  begins: boolean,
  variables: Variables,
): Quoted | undefined {
  const open = text[at] ?? '';
  if (text.startsWith("$'", at)) return ansiQuoted(text, at + 2);
  if (open === "'") return until(text, at + 1);
  if (open === '"') return doubleQuoted(text, at + 1, variables);
  if (begins && /[‘’]/.test(open)) return typographic(text, at + 1, '’', '‘');
  if (begins && /[“”]/.test(open)) return typographic(text, at + 1, '”', '“');
  return undefined;
}

/** What a command is given on its standard input. */
interface Input {
  input?: string;
  file?: string | undefined;
  /** Index behind the words that say so; the rest of the command may follow. */
  end: number;
  /** Index behind the lines of a here-document. */
  behind?: number;
  /** Whether the text ends within a here-document. */
  isOpen?: boolean;
  /** Whether no variable is filled in. */
  isPlain?: boolean;
}

/** `<<<word`, `<<EOF` or `<file`. */
function inputAt(text: string, at: number, variables: Variables): Input | undefined {
  if (text.startsWith('<<<', at)) {
    const { value, end } = readWord(text, at + 3, variables);
    return { input: value, end };
  }
  const document = hereDocument(text, at, variables);
  if (document !== undefined) return document;
  const file = /^<\s*([^\s<>|;]+)/.exec(text.slice(at, at + 300));
  return file === null ? undefined : { file: file[1], end: at + file[0].length };
}

/** `<<EOF` and the lines up to `EOF`; in a quoted one nothing is put in. */
function hereDocument(text: string, at: number, variables: Variables): Input | undefined {
  const [opening, quote, name] = /^<<-?\s*(['"]?)(\w+)\1/.exec(text.slice(at, at + 80)) ?? [];
  if (opening === undefined || name === undefined) return undefined;
  const lineEnd = text.indexOf('\n', at);
  if (lineEnd < 0) return undefined;
  const closing = new RegExp(`^[ \\t]*${name}\\b`, 'm');
  const rest = text.slice(lineEnd + 1);
  const found = closing.exec(rest);
  const body = rest.slice(0, found?.index ?? rest.length).replace(/\r?\n$/, '');
  return {
    input: quote === '' ? filled(body, variables) : body,
    end: at + opening.length,
    behind: lineEnd + 1 + (found === null ? rest.length : found.index + found[0].length),
    isOpen: found === null,
    isPlain: quote !== '',
  };
}

function filled(text: string, variables: Variables): string {
  return doubleQuoted(`${text.replaceAll('"', '\\"')}"`, 0, variables).value;
}

/**
 * Splits a command into words as bash does: quotes of three kinds, backslashes, continued lines.
 * A line break without a backslash counts as a space, because pages that show commands lose them.
 * Typographic quotes count as quotes where a word begins with one.
 */
export function bashWords(command: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < command.length; ) {
    const rest = command.slice(at, at + 2);
    const next = command[at] ?? '';
    const quoted = quotedPart(command, at, word === undefined);
    if (quoted !== undefined) {
      word = (word ?? '') + quoted.value;
      at = quoted.end;
    } else if (/^\\\r?\n?/.test(rest) && /[\r\n]/.test(command[at + 1] ?? '')) {
      at += command.startsWith('\r\n', at + 1) ? 3 : 2;
    } else if (next === '\\') {
      word = (word ?? '') + (command[at + 1] ?? '');
      at += 2;
    } else if (/\s/.test(next)) {
      if (word !== undefined) words.push(word);
      word = undefined;
      at += 1;
    } else if (word === undefined && /^[;|&]/.test(next)) {
      break;
    } else {
      word = (word ?? '') + next;
      at += 1;
    }
  }
  if (word !== undefined) words.push(word);
  return words;
}

/**
 * Takes the carets out of a command for cmd.exe, where a caret protects the next character and
 * continues the line. What remains is quoted with double quotes and `\"`, as bash reads it.
 * https://ss64.com/nt/syntax-esc.html
 */
export function withoutCarets(command: string): string {
  return command.replace(/\^\r?\n\s*/g, ' ').replace(/\^([\s\S])/g, '$1');
}

interface Part {
  readonly value: string;
  readonly end: number;
}

function quotedPart(text: string, at: number, begins: boolean): Part | undefined {
  const open = text[at] ?? '';
  if (text.startsWith("$'", at)) return ansiQuoted(text, at + 2);
  if (open === "'") return until(text, at + 1, "'");
  if (open === '"') return doubleQuoted(text, at + 1);
  if (begins && /[‘’]/.test(open)) return until(text, at + 1, '’', '‘');
  if (begins && /[“”]/.test(open)) return until(text, at + 1, '”', '“');
  return undefined;
}

/** Ends at a closing quote that a space follows, for the quoted text may hold the same quotes. */
function until(text: string, start: number, ...closers: string[]): Part {
  const isStraight = closers[0] === "'";
  for (let end = start; end < text.length; end += 1) {
    const closes = closers.includes(text[end] ?? '');
    if (closes && (isStraight || /^(?:\s|$)/.test(text.slice(end + 1, end + 2)))) {
      return { value: text.slice(start, end), end: end + 1 };
    }
  }
  return { value: text.slice(start), end: text.length };
}

function doubleQuoted(text: string, start: number): Part {
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (next === '"') return { value, end: at + 1 };
    if (next === '\\' && /["\\$`]/.test(text[at + 1] ?? '')) {
      value += text[at + 1];
      at += 1;
    } else if (next === '\\' && text[at + 1] === '\n') {
      at += 1;
    } else {
      value += next;
    }
  }
  return { value, end: text.length };
}

/** https://www.gnu.org/software/bash/manual/html_node/ANSI_002dC-Quoting.html */
function ansiQuoted(text: string, start: number): Part {
  const letters: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };
  let value = '';
  for (let at = start; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (next === "'") return { value, end: at + 1 };
    if (next !== '\\') {
      value += next;
      continue;
    }
    const code = /^(?:u([\da-f]{1,4})|x([\da-f]{1,2}))/i.exec(text.slice(at + 1, at + 6));
    const digits = code?.[1] ?? code?.[2];
    const letter = text[at + 1] ?? '';
    value += digits
      ? String.fromCharCode(Number.parseInt(digits, 16))
      : (letters[letter] ?? letter);
    at += code?.[0].length ?? 1;
  }
  return { value, end: text.length };
}

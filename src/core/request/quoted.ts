/** Which characters end a string that begins with this one; typographic pairs are often mixed. */
const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“"',
  '”': '”"',
  '„': '”“"',
  '‘': "’‘'",
  '’': "’'",
  '«': '»',
};

/** What a letter behind a backslash stands for, in JSON and in all languages alike. */
const letters: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
};

/** Whether a quoted string begins with this character. */
export function opensQuoted(character: string): boolean {
  return Object.hasOwn(closers, character);
}

/**
 * Reads the quoted string that begins at `start`, with the escapes of JSON and JavaScript; an
 * unknown escape stands for the character itself. `end` is the index behind the closing quote.
 */
export function readQuoted(
  text: string,
  start: number,
): { value: string; end: number; closed: boolean } {
  const ends = closers[text[start] ?? ''] ?? '';
  let value = '';
  for (let at = start + 1; at < text.length; at += 1) {
    const next = text[at] ?? '';
    if (ends.includes(next)) return { value, end: at + 1, closed: true };
    if (next !== '\\') {
      value += next;
      continue;
    }
    const unicode = /^\\u[\da-f]{4}/i.exec(text.slice(at, at + 6));
    if (unicode === null) {
      const letter = text[at + 1] ?? '';
      value += letter === '\n' ? '' : (letters[letter] ?? letter);
      at += 1;
    } else {
      value += String.fromCharCode(Number.parseInt(unicode[0].slice(2), 16));
      at += 5;
    }
  }
  return { value, end: text.length, closed: false };
}

/** The inside of a string, its escapes read as `readQuoted` reads them. */
export function withoutEscapes(text: string): string {
  return text.replace(
    /\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|x([\da-f]{2})|\r?\n|([\s\S]))/gi,
    (_whole, short?: string, long?: string, byte?: string, letter?: string) => {
      const code = short ?? long ?? byte;
      if (code !== undefined) return characterOf(Number.parseInt(code, 16));
      return letter === undefined ? '' : (letters[letter] ?? letter);
    },
  );
}

function characterOf(code: number): string {
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}

import type { Input, Parser, Tree } from '@lezer/common';

/** A grammar of Lezer, which a reader is handed so that only the grammar is loaded when it is needed. */
export type Grammar = typeof import('@lezer/java').parser;

/** So many characters are handed to a grammar at a time. */
const pieceLength = 4_096;

/** A grammar goes back over what it read, but no code that a person writes makes it read everything so often. */
const mostReadings = 20;

/**
 * Parses a text. For each comment or string that never ends, grammars read the rest of the text and go back: thousands of
 * them would take minutes. Where a grammar has read that much, the tree ends, and what comes after is left out.
 */
export function parsed(parser: Parser, text: string): Tree {
  const input = new CountedText(text);
  const most = mostReadings * (1 + text.length / pieceLength);
  const parse = parser.startParse(input);
  for (;;) {
    const tree = parse.advance();
    if (tree) return tree;
    if (input.readOn > most && parse.stoppedAt === null) parse.stopAt(parse.parsedPos);
  }
}

/** A text that counts how often it is read on from one piece to the next. To begin anew somewhere costs nothing. */
class CountedText implements Input {
  readonly lineChunks = false;
  readOn = 0;
  readonly #text: string;
  #end = -1;

  constructor(text: string) {
    this.#text = text;
  }

  get length(): number {
    return this.#text.length;
  }

  chunk(from: number): string {
    if (from === this.#end) this.readOn += 1;
    this.#end = from + pieceLength;
    return this.#text.slice(from, this.#end);
  }

  read(from: number, to: number): string {
    return this.#text.slice(from, to);
  }
}

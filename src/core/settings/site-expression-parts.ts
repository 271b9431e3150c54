/** A piece of a regular expression with how often it may occur. */
export interface Node {
  /** A group's alternatives; empty for a single character. */
  branches: Node[][];
  /** The sample characters it can be; absent for a group. */
  chars: ReadonlySet<string> | undefined;
  least: number;
  most: number;
}

/** ASCII and one of each further sort: enough to see whether two sets have something in common. */
const samples = [...Array(128).keys()].map((code) => String.fromCharCode(code)).concat(...'é߀漢');

const atom =
  /\\(?:x[\da-f]{2}|u[\da-f]{4}|c[a-z]|[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|[\s\S]/giy;

const quantifier = /(?:([*+?])|\{(\d+)(,(\d*))?\})\??/y;

/**
 * Takes a valid regular expression (without flags) apart, as far as judging its cost needs:
 * alternatives, sequences, single characters and their repeats.
 */
export function parseExpression(source: string): Node[][] {
  let at = 0;
  return alternatives();

  function alternatives(): Node[][] {
    const branches: Node[][] = [[]];
    while (at < source.length) {
      const piece = take(atom);
      if (piece === ')') break;
      if (piece === '|') branches.push([]);
      else if (!/^(?:[\^$]|\\[bB])$/.test(piece)) branches.at(-1)?.push(node(piece));
    }
    return branches;
  }

  function node(piece: string): Node {
    if (piece.startsWith('(')) {
      const branches = alternatives();
      return { branches, chars: undefined, ...times() };
    }
    const single = RegExp(`^(?:${piece})$`);
    const chars = new Set(samples.filter((sample) => single.test(sample)));
    return { branches: [], chars, ...times() };
  }

  function times(): { least: number; most: number } {
    quantifier.lastIndex = at;
    const [whole = '', sign, least, range, most] = quantifier.exec(source) ?? [];
    at += whole.length;
    if (sign === '*') return { least: 0, most: Number.POSITIVE_INFINITY };
    if (sign === '+') return { least: 1, most: Number.POSITIVE_INFINITY };
    if (sign === '?') return { least: 0, most: 1 };
    if (least === undefined) return { least: 1, most: 1 };
    if (range === undefined) return { least: Number(least), most: Number(least) };
    return { least: Number(least), most: most ? Number(most) : Number.POSITIVE_INFINITY };
  }

  function take(shape: RegExp): string {
    shape.lastIndex = at;
    const piece = shape.exec(source)?.[0] ?? '';
    at += piece.length || 1;
    return piece;
  }
}

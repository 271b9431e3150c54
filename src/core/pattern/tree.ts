/** A piece of a regular expression. */
export type Node =
  /** What matches one character: a letter, an escape, a class. */
  | { kind: 'one'; piece: string }
  | { kind: 'assert'; what: Assertion }
  | { kind: 'group'; branches: Node[][]; capture: number | undefined }
  /** `(?=…)` and its like: what must stand here, or must not, before or behind. */
  | { kind: 'look'; branches: Node[][]; isAhead: boolean; isWanted: boolean }
  | { kind: 'repeat'; node: Node; least: number; most: number; isLazy: boolean };

export type Assertion = '^' | '$' | '\\b' | '\\B';

const atom =
  /\\(?:x[\da-f]{2}|u[\da-f]{4}|u\{[\da-f]+\}|c[a-z]|[pP]\{[^}]*\}|.)|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|[\s\S]/iy;

const quantifier = /(?:([*+?])|\{(\d+)(,(\d*))?\})(\?)?/y;

/** The alternatives of an expression, and how many groups of it capture. */
export interface Tree {
  branches: Node[][];
  captures: number;
}

/**
 * Takes apart a regular expression that the browser takes. `undefined` where something in it is not
 * known here: references to what a group matched, octal escapes, flags within the expression, groups
 * that capture within what is only looked at.
 */
export function treeOf(source: string, flags: string): Tree | undefined {
  if (/\\(?:[1-9k]|0\d)|\(\?[a-z-]/.test(source.replaceAll('\\\\', ''))) return undefined;
  const pieceShape = new RegExp(atom.source, `iy${flags}`);
  let at = 0;
  let captures = 0;
  const branches = alternatives();
  return branches.flat().some(capturesInLook) ? undefined : { branches, captures };

  function alternatives(): Node[][] {
    const found: Node[][] = [[]];
    while (at < source.length) {
      const piece = take();
      if (piece === ')') break;
      if (piece === '|') found.push([]);
      else found.at(-1)?.push(repeated(node(piece)));
    }
    return found;
  }

  function node(piece: string): Node {
    if (piece === '^' || piece === '$' || piece === '\\b' || piece === '\\B') {
      return { kind: 'assert', what: piece };
    }
    if (!piece.startsWith('(')) return { kind: 'one', piece };
    const look = /^\(\?(<)?([=!])$/.exec(piece);
    if (look) {
      const [, behind, sign] = look;
      const isWanted = sign === '=';
      return { kind: 'look', branches: alternatives(), isAhead: behind === undefined, isWanted };
    }
    const capture = piece === '(?:' ? undefined : captures++;
    return { kind: 'group', branches: alternatives(), capture };
  }

  function repeated(single: Node): Node {
    quantifier.lastIndex = at;
    const match = quantifier.exec(source);
    if (match === null) return single;
    at += match[0].length;
    return { kind: 'repeat', node: single, ...timesOf(match), isLazy: match[5] !== undefined };
  }

  function take(): string {
    pieceShape.lastIndex = at;
    const piece = pieceShape.exec(source)?.[0] ?? '';
    at += piece.length || 1;
    return piece;
  }
}

function timesOf([, sign, least, range, most]: RegExpExecArray): { least: number; most: number } {
  const endless = Number.POSITIVE_INFINITY;
  if (sign === '*') return { least: 0, most: endless };
  if (sign === '+') return { least: 1, most: endless };
  if (sign === '?') return { least: 0, most: 1 };
  if (range === undefined) return { least: Number(least), most: Number(least) };
  return { least: Number(least), most: most ? Number(most) : endless };
}

function capturesInLook(node: Node): boolean {
  if (node.kind === 'look') return node.branches.flat().some(captures);
  return parts(node).some(capturesInLook);
}

function captures(node: Node): boolean {
  return (node.kind === 'group' && node.capture !== undefined) || parts(node).some(captures);
}

/** What lies directly within a piece. */
export function parts(node: Node): Node[] {
  if (node.kind === 'repeat') return [node.node];
  return 'branches' in node ? node.branches.flat() : [];
}

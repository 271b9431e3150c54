import type { SyntaxNode } from '@lezer/common';
import { type Expr, open } from '../code/syntax.ts';

/** Deeper than any code that a person writes, shallow enough for every stack. */
const deepest = 120;

/** Reads the tree of a text; what is nested deeper than any code stays unread. */
export abstract class TreeReader {
  protected readonly text: string;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected words(node: SyntaxNode): string {
    return this.text.slice(node.from, node.to);
  }

  /** The parts of a node, without comments. */
  protected parts(node: SyntaxNode): SyntaxNode[] {
    const parts: SyntaxNode[] = [];
    for (let it = node.firstChild; it !== null; it = it.nextSibling) {
      if (!/Comment$/.test(it.name)) parts.push(it);
    }
    return parts;
  }

  /** The parts of a node that are not punctuation: nodes of the grammar have names with capitals. */
  protected named(node: SyntaxNode): SyntaxNode[] {
    return this.parts(node).filter(({ name }) => /^[A-Z]/.test(name) || worded.has(name));
  }

  /** Reads one level deeper, unless that is too deep. */
  protected deeper(node: SyntaxNode, read: () => Expr): Expr {
    if (this.#depth >= deepest) return open(this.words(node));
    this.#depth += 1;
    const expr = read();
    this.#depth -= 1;
    return expr;
  }

  protected steps<Item>(node: SyntaxNode, read: () => Item[]): Item[] {
    if (this.#depth >= deepest) return [];
    this.#depth += 1;
    const steps = read();
    this.#depth -= 1;
    return node.name === '' ? [] : steps;
  }
}

/** Values that grammars write in small letters. */
const worded = new Set(['null', 'this', 'self', 'super', 'true', 'false', 'None', 'array']);

/** The operands of `a + b + c`, from left to right, however long the chain is. */
export function chainOf(
  node: SyntaxNode,
  operandsOf: (it: SyntaxNode) => readonly [SyntaxNode, SyntaxNode] | undefined,
): SyntaxNode[] {
  const operands: SyntaxNode[] = [];
  let it = node;
  for (let pair = operandsOf(it); pair !== undefined; pair = operandsOf(it)) {
    operands.unshift(pair[1]);
    it = pair[0];
    if (operands.length > 5_000) break;
  }
  return [it, ...operands];
}

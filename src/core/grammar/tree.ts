import type { SyntaxNode } from '@lezer/common';
import { type Expr, open } from '../code/syntax.ts';

/** Deeper than any code that a person writes, shallow enough for every stack. */
const deepest = 120;

/** Longer than any sum that a person writes. */
const longestChain = 5_000;

/** Reads the tree of a text; what is nested deeper than any code stays unread. */
export abstract class TreeReader {
  protected readonly text: string;
  #depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  protected abstract expr(node: SyntaxNode): Expr;

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

  /** What is not followed: unknown, with what it is made of. */
  protected unknown(node: SyntaxNode): Expr {
    const parts = this.named(node).filter(({ name }) => !/Op$/.test(name));
    return open(
      this.words(node),
      parts.map((it) => this.expr(it)),
    );
  }

  /** Both sides of a binary expression and the sign between them; undefined where it breaks off. */
  protected sidesOf(
    node: SyntaxNode,
  ): { left: SyntaxNode; sign: string; right: SyntaxNode } | undefined {
    const [left, sign, right] = this.parts(node);
    return left && sign && right && { left, sign: this.words(sign), right };
  }

  /** `a + b + c` as one text, from left to right: however long the chain is, it is no level deeper. */
  protected joined(node: SyntaxNode, sign: string): Expr {
    const operands: SyntaxNode[] = [];
    let first = node;
    while (first.name === node.name && operands.length <= longestChain) {
      const sides = this.sidesOf(first);
      if (sides?.sign !== sign) break;
      operands.unshift(sides.right);
      first = sides.left;
    }
    return { kind: 'text', parts: [first, ...operands].map((it) => this.expr(it)) };
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

import type { SyntaxNode, Tree } from '@lezer/common';
import type { Step } from '../code/syntax.ts';

/** The steps of a text in some language. */
export interface ReadSteps {
  readonly steps: readonly Step[];
  /** Whether the text breaks off within a call, a value or a block. */
  readonly isCut: boolean;
}

/** Whether a tree has something unfinished at the end of its text, or a bracket that nothing closes. */
export function breaksOff(tree: Tree, text: string): boolean {
  const end = text.trimEnd().length;
  let isCut = false;
  let open = 0;
  tree.iterate({
    enter: ({ type, to }) => {
      if (type.isError && to >= end) isCut = true;
      if (/^[([{]$/.test(type.name)) open += 1;
      if (/^[)\]}]$/.test(type.name)) open -= 1;
    },
  });
  return isCut || open > 0;
}

/** How many mistakes a grammar found in a text. */
export function mistakesIn(tree: Tree): number {
  let mistakes = 0;
  tree.iterate({
    enter: ({ type }) => {
      if (type.isError) mistakes += 1;
    },
  });
  return mistakes;
}

/** Whether an object of JavaScript has a mistake of its own: not in an object, a list or a call within it. */
export function hasMistake(object: SyntaxNode, depth = 0): boolean {
  for (let it = object.firstChild; it !== null && depth < 4; it = it.nextSibling) {
    const isOwn = /^(?:Property|(?:Binary|TaggedTemplate)Expression)$/.test(it.name);
    if (it.type.isError || (isOwn && hasMistake(it, depth + 1))) return true;
  }
  return false;
}

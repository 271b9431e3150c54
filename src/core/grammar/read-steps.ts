import type { Tree } from '@lezer/common';
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

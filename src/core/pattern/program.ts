import { type Assertion, type Node, parts, type Tree } from './tree.ts';

/** One step of a program. Numbers are places in the program, or in its tables. */
export type Step =
  | { do: 'one'; piece: number }
  | { do: 'either'; first: number; second: number }
  | { do: 'jump'; to: number }
  | { do: 'save'; slot: number }
  /** Forgets what groups matched in an earlier round of a repeat. */
  | { do: 'forget'; from: number; to: number }
  | { do: 'assert'; what: Assertion }
  | { do: 'look'; program: Program; isAhead: boolean; isWanted: boolean }
  | { do: 'done' };

export interface Program {
  steps: Step[];
  /** The pieces that match one character, each once. */
  pieces: string[];
  captures: number;
}

/** A program longer than this could not be run over the longest text in good time. */
const mostSteps = 2_000;

/** The program of a regular expression; `undefined` where it would be too long. */
export function programOf({ branches, captures }: Tree): Program | undefined {
  let room = mostSteps;
  const pieces: string[] = [];
  try {
    return { steps: stepsOf(branches), pieces, captures };
  } catch (error) {
    if (error instanceof TooLong) return undefined;
    throw error;
  }

  function stepsOf(alternatives: Node[][]): Step[] {
    const steps: Step[] = [];
    either(steps, alternatives);
    put(steps, { do: 'done' });
    return steps;
  }

  function put<Kind extends Step>(steps: Step[], step: Kind): Kind {
    room -= 1;
    if (room < 0) throw new TooLong();
    steps.push(step);
    return step;
  }

  function either(steps: Step[], alternatives: Node[][]): void {
    const exits: Extract<Step, { do: 'jump' }>[] = [];
    for (const [place, branch] of alternatives.entries()) {
      const isLast = place === alternatives.length - 1;
      const fork = isLast ? undefined : putEither(steps);
      for (const node of branch) emit(steps, node);
      if (fork === undefined) continue;
      exits.push(put(steps, { do: 'jump', to: 0 }));
      fork.second = steps.length;
    }
    for (const exit of exits) exit.to = steps.length;
  }

  function putEither(steps: Step[]): Extract<Step, { do: 'either' }> {
    return put(steps, { do: 'either', first: steps.length + 1, second: 0 });
  }

  function emit(steps: Step[], node: Node): void {
    switch (node.kind) {
      case 'one':
        put(steps, { do: 'one', piece: placeOf(node.piece) });
        return;
      case 'assert':
        put(steps, { do: 'assert', what: node.what });
        return;
      case 'look': {
        const { isAhead, isWanted } = node;
        const program = { steps: stepsOf(node.branches), pieces, captures: 0 };
        put(steps, { do: 'look', program, isAhead, isWanted });
        return;
      }
      case 'group':
        if (node.capture === undefined) {
          either(steps, node.branches);
          return;
        }
        put(steps, { do: 'save', slot: 2 * node.capture });
        either(steps, node.branches);
        put(steps, { do: 'save', slot: 2 * node.capture + 1 });
        return;
      case 'repeat':
        repeat(steps, node);
    }
  }

  function repeat(steps: Step[], { node, least, most, isLazy }: Extract<Node, { kind: 'repeat' }>) {
    for (let times = 0; times < least; times += 1) once(steps, node);
    if (most === Number.POSITIVE_INFINITY) {
      const start = steps.length;
      const fork = putEither(steps);
      once(steps, node);
      put(steps, { do: 'jump', to: start });
      leave(fork, steps.length, isLazy);
      return;
    }
    const forks: Extract<Step, { do: 'either' }>[] = [];
    for (let times = least; times < most; times += 1) {
      forks.push(putEither(steps));
      once(steps, node);
    }
    for (const fork of forks) leave(fork, steps.length, isLazy);
  }

  function once(steps: Step[], node: Node): void {
    const slots = slotsIn(node);
    if (slots.length > 0) {
      put(steps, { do: 'forget', from: Math.min(...slots), to: Math.max(...slots) + 2 });
    }
    emit(steps, node);
  }

  function placeOf(piece: string): number {
    const known = pieces.indexOf(piece);
    return known >= 0 ? known : pieces.push(piece) - 1;
  }
}

/** Where a repeat goes on once it is over: last of all, or first where it is lazy. */
function leave(fork: Extract<Step, { do: 'either' }>, end: number, isLazy: boolean): void {
  if (isLazy) {
    fork.second = fork.first;
    fork.first = end;
  } else fork.second = end;
}

function slotsIn(node: Node): number[] {
  const own = node.kind === 'group' && node.capture !== undefined ? [2 * node.capture] : [];
  return [...own, ...parts(node).flatMap(slotsIn)];
}

class TooLong extends Error {}

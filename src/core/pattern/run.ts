import type { Program, Step } from './program.ts';
import type { Assertion } from './tree.ts';

/** The text that a program runs over, with what each of its pieces matches. */
interface Subject {
  chars: readonly string[];
  /** Whether a piece, by its place in the program's table, matches the character at a place. */
  fits(piece: number, at: number): boolean;
}

/** A program takes at most so many steps: about 50 ms on a slow computer. */
const mostWork = 500_000;

/**
 * Where a program matches first in a text: the start and the end of the whole and of each group, -1
 * where a group took no part. `undefined` where it matches nowhere, `too long` where finding out would
 * take too much time.
 *
 * It tries what a browser tries, in its order, but never the same step at the same place twice: so the
 * time grows with the length of the text only, whatever the expression. This is how RE2 runs short
 * programs: https://github.com/google/re2/blob/main/re2/bitstate.cc
 */
export function run(
  program: Program,
  chars: readonly string[],
  flags: string,
): number[] | 'too long' | undefined {
  const subject = { chars, fits: fitter(program.pieces, chars, flags) };
  const budget = { left: mostWork };
  const memory = { visited: marksFor(program, subject, budget), looked: new Map(), budget };
  for (let start = 0; start <= chars.length; start += 1) {
    const found = matchFrom(program, subject, start, memory);
    if (budget.left < 0) return 'too long';
    if (found) return found;
  }
  return undefined;
}

/** A mark for each step at each place. Clearing them takes its time, too. */
function marksFor({ steps }: Program, { chars }: Subject, budget: Memory['budget']): Uint8Array {
  const size = steps.length * (chars.length + 1);
  budget.left -= size / 50;
  return new Uint8Array(budget.left < 0 ? 0 : size);
}

interface Memory {
  visited: Uint8Array;
  /** What was found where something is only looked at. */
  looked: Map<Step, Map<number, boolean>>;
  budget: { left: number };
  /** Where the match must end, for what is looked at behind. */
  end?: number;
}

/** What is to be tried yet, or a group to be put back to what it was before something was tried. */
type Left = { step: number; at: number } | { slot: number; value: number };

function matchFrom(
  { steps, captures }: Program,
  subject: Subject,
  start: number,
  memory: Memory,
): number[] | undefined {
  const { chars } = subject;
  const slots = new Array<number>(2 * captures).fill(-1);
  const left: Left[] = [{ step: 0, at: start }];
  const save = (slot: number, value: number): void => {
    left.push({ slot, value: slots[slot] ?? -1 });
    slots[slot] = value;
  };
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (memory.budget.left < 0) return undefined;
    if ('slot' in next) {
      slots[next.slot] = next.value;
      continue;
    }
    let { step: place, at } = next;
    for (;;) {
      const mark = place * (chars.length + 1) + at;
      if (memory.visited[mark]) break;
      memory.visited[mark] = 1;
      memory.budget.left -= 1;
      const step = steps[place];
      if (step === undefined) break;
      if (step.do === 'done') {
        if (memory.end !== undefined && memory.end !== at) break;
        return [start, at, ...slots];
      }
      place += 1;
      if (step.do === 'one') {
        if (at >= chars.length || !subject.fits(step.piece, at)) break;
        at += 1;
      } else if (step.do === 'jump') place = step.to;
      else if (step.do === 'either') {
        left.push({ step: step.second, at });
        place = step.first;
      } else if (step.do === 'save') save(step.slot, at);
      else if (step.do === 'forget') {
        for (let slot = step.from; slot < step.to; slot += 1) save(slot, -1);
      } else if (step.do === 'assert') {
        if (!holds(step.what, chars, at)) break;
      } else if (looks(step, subject, at, memory) !== step.isWanted) break;
    }
  }
  return undefined;
}

function looks(
  step: Extract<Step, { do: 'look' }>,
  subject: Subject,
  at: number,
  { looked, budget }: Memory,
): boolean {
  const known = looked.get(step) ?? new Map<number, boolean>();
  looked.set(step, known);
  const before = known.get(at);
  if (before !== undefined) return before;
  const visited = marksFor(step.program, subject, budget);
  let isThere = false;
  const memory = { visited, looked, budget, ...(!step.isAhead && { end: at }) };
  for (let start = at; start >= 0 && !isThere && budget.left >= 0; start -= 1) {
    isThere = matchFrom(step.program, subject, start, memory) !== undefined;
    if (step.isAhead) break;
  }
  known.set(at, isThere);
  return isThere;
}

function holds(what: Assertion, chars: readonly string[], at: number): boolean {
  if (what === '^') return at === 0;
  if (what === '$') return at === chars.length;
  const isWord = (place: number) => /^\w$/.test(chars[place] ?? '');
  return (isWord(at - 1) !== isWord(at)) === (what === '\\b');
}

/** Asks the browser about each piece and each character once. */
function fitter(pieces: readonly string[], chars: readonly string[], flags: string) {
  const kinds = [...new Set(chars)];
  const numbers = new Map(kinds.map((kind, place) => [kind, place]));
  const kindAt = chars.map((char) => numbers.get(char) ?? 0);
  const known = pieces.map(() => new Int8Array(kinds.length));
  const shapes: (RegExp | undefined)[] = [];
  return (piece: number, at: number): boolean => {
    const kind = kindAt[at] ?? 0;
    const row = known[piece];
    if (row === undefined) return false;
    if (row[kind] === 0) {
      shapes[piece] ??= new RegExp(`^(?:${pieces[piece]})$`, flags);
      row[kind] = shapes[piece].test(chars[at] ?? '') ? 1 : -1;
    }
    return row[kind] === 1;
  };
}

/** A value that stands elsewhere in the corrected body. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** A value that the corrected body has no place for. */
export interface LeftOut {
  readonly path: string;
  readonly value: unknown;
}

interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

const mostLeaves = 2_000;

/** A shorter text stands in others by chance, but for JSON in a text. */
const shortestPart = 6;

/**
 * What became of each value of a body: whether it moved, and what was left out. A name in a list of
 * names and values is in its place when the corrected body has a member of that name.
 */
export function compareBodies(
  given: unknown,
  corrected: unknown,
): { moved: Move[]; leftOut: LeftOut[] } {
  const right = leavesOf(corrected);
  const names = new Set(right.flatMap(({ path }) => path));
  const free = new Set(right);
  const moved = new Map<string, Move>();
  const leftOut: LeftOut[] = [];
  for (const leaf of leavesOf(given)) {
    const home = placeOf(leaf, free);
    if (home === undefined) {
      if (!names.has(String(leaf.value)))
        leftOut.push({ path: leaf.path.join('.'), value: leaf.value });
      continue;
    }
    free.delete(home);
    const move = moveOf(leaf.path, home.path);
    if (move.from !== move.to) moved.set(`${move.from} ${move.to}`, move);
  }
  return { moved: [...moved.values()], leftOut };
}

/** The leaf of the same value: at the same place, else under the same name, else anywhere. */
function placeOf(leaf: Leaf, free: ReadonlySet<Leaf>): Leaf | undefined {
  const same = [...free].filter(
    ({ value }) =>
      value === leaf.value ||
      String(value) === String(leaf.value) ||
      (typeof value === 'string' && typeof leaf.value === 'string' && holds(leaf.value, value)),
  );
  const path = leaf.path.join('.');
  const last = leaf.path.at(-1) ?? '';
  return (
    same.find((it) => it.path.join('.') === path) ??
    same.find((it) => it.path.at(-1) === last) ??
    same.find((it) => it.value === leaf.value) ??
    same[0]
  );
}

/** Whether a text has a value in it: an ID in an address, a member of JSON in a text. */
function holds(text: string, value: string): boolean {
  return text.includes(value.length < shortestPart ? JSON.stringify(value) : value);
}

/** Without the end that both paths share: `data.json.a` to `inputData.json.a` moves `json`. */
function moveOf(from: readonly string[], to: readonly string[]): Move {
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from.at(-1 - shared) === to.at(-1 - shared)) {
    shared += 1;
  }
  const dropped = Math.max(0, shared - 1);
  return {
    from: from.slice(0, from.length - dropped).join('.'),
    to: to.slice(0, to.length - dropped).join('.'),
  };
}

function leavesOf(value: unknown, path: readonly string[] = [], leaves: Leaf[] = []): Leaf[] {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (leaves.length >= mostLeaves || value === undefined) return leaves;
  if (entries.length === 0) {
    const isEmptyObject = typeof value === 'object' && value !== null;
    if (!isEmptyObject && path.length > 0) leaves.push({ path, value });
    return leaves;
  }
  for (const [name, it] of entries) leavesOf(it, [...path, name], leaves);
  return leaves;
}

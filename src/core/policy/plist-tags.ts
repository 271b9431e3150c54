import { type Place, placeOf } from '../base/json-fault.ts';

/** A comment without an end takes the rest of the text; otherwise every such beginning would cost a search to the end. */
const tagOrComment = /<!--(?:[\s\S]*?-->|[\s\S]*)|<[?!][^>]*>|<(\/?)([A-Za-z]+)[^>]*?(\/?)>/g;

/** An element without its end yet. In a `dict`, `key` is the name of the next value. */
interface Open {
  tag: string;
  path: string;
  /** How many values it holds so far: the number of the next one in an array. */
  count: number;
  key: string;
  keyAt: number;
  /** Where its content begins. */
  start: number;
}

/**
 * The first end tag of a property list that does not fit the open element; undefined where all fit. The parser would
 * take any end tag for the right one, but macOS refuses the whole file.
 */
export function misfitIn(text: string): { place: Place; found: string } | undefined {
  const { misfit } = walk(text);
  return misfit && { place: placeOf(text, misfit.offset), found: misfit.found };
}

/**
 * Finds where a value of a property list stands by its path, such as `PayloadContent[0].history.days`; for a missing
 * value, the place of the nearest one that would hold it.
 */
export function plistPlaces(text: string): (path: string) => Place | undefined {
  let offsets: ReadonlyMap<string, number> | undefined;
  return (path) => {
    offsets ??= walk(text).offsets;
    for (let at = path; at !== ''; at = holderOf(at)) {
      const offset = offsets.get(at);
      if (offset !== undefined) return placeOf(text, offset);
    }
    return undefined;
  };
}

function walk(text: string) {
  const offsets = new Map<string, number>();
  const open: Open[] = [];
  for (const match of text.matchAll(tagOrComment)) {
    const [found, slash, tag, selfClosing] = match;
    if (tag === undefined) continue;
    const inside = open.at(-1);
    if (slash === '/') {
      if (inside?.tag !== tag) return { offsets, misfit: { offset: match.index, found } };
      open.pop();
      const parent = open.at(-1);
      if (tag === 'key' && parent) parent.key = unescaped(text.slice(inside.start, match.index));
      continue;
    }
    const isKey = tag === 'key';
    if (isKey && inside) inside.keyAt = match.index;
    const path = isKey ? '' : pathIn(inside);
    if (path !== '') offsets.set(path, inside?.tag === 'dict' ? inside.keyAt : match.index);
    if (selfClosing === '/') continue;
    const start = match.index + found.length;
    open.push({ tag, path, count: 0, key: '', keyAt: match.index, start });
  }
  return { offsets, misfit: undefined };
}

/** The path of the next value in an element. */
function pathIn(inside: Open | undefined): string {
  if (inside === undefined || inside.tag === 'plist') return '';
  if (inside.tag === 'array') return `${inside.path}[${inside.count++}]`;
  return inside.path === '' ? inside.key : `${inside.path}.${inside.key}`;
}

/** The path without its last name or number. */
function holderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}

function unescaped(key: string): string {
  const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return key.replace(/&(lt|gt|amp|quot|apos);/g, (_, name: string) => named[name] ?? '');
}

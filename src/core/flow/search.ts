import { fold } from '../base/fold.ts';
import type { FlowSummary } from './flow.ts';

/** A flow as the picker offers it. */
export interface FlowChoice extends FlowSummary {
  readonly pinned: boolean;
  /** Its name in Genesys Cloud, where the settings call it something else. */
  readonly serverName?: string | undefined;
  /** When it was last launched from here, in milliseconds since 1970. */
  readonly recent?: number | undefined;
}

/** Half-open range of positions in a flow's name. */
export type TextRange = readonly [start: number, end: number];

export interface FlowHit {
  readonly flow: FlowChoice;
  /** Where the name matches, for highlighting; in order, not overlapping. */
  readonly ranges: readonly TextRange[];
}

export interface FlowHits {
  readonly hits: readonly FlowHit[];
  /** How many match in all, drawn or not. */
  readonly total: number;
}

/** Finds flows by what is typed: at most so many of the best, and how many there are. */
export type FlowSearch = (query: string, limit: number) => FlowHits;

interface Entry {
  readonly flow: FlowChoice;
  readonly name: string;
  readonly rest: string;
}

/** From best to worst: how well a name meets a query. `other` is a match outside the name. */
const qualities = ['whole', 'start', 'word', 'inside', 'other'] as const;

type Quality = (typeof qualities)[number];

/**
 * Searches flows: those that have every word of the query in their name, description, division or id.
 * Pinned first, then those launched lately, then the rest, and in each of these groups the best match
 * of the name first. An empty query gives all flows.
 *
 * Made once for a list of flows, which is then in order; a query is one pass, no sorting, and one that
 * goes on from the query before looks only at what that found.
 */
export function flowSearch(flows: readonly FlowChoice[]): FlowSearch {
  const all = entriesOf(flows);
  let before = { wanted: '', found: all };
  return (query, limit) => {
    const wanted = fold(query.normalize('NFC').trim());
    const words = wanted === '' ? [] : wanted.split(/\s+/);
    const among = wanted.startsWith(before.wanted) ? before.found : all;
    const { best, found } = bestOf(among, wanted, words, limit);
    before = { wanted, found };
    return { hits: best.map((entry) => hit(entry, words)), total: found.length };
  };
}

/** Flows in the order of the picker, with what searching compares made ready. */
function entriesOf(flows: readonly FlowChoice[]): Entry[] {
  const entries = flows.map((flow): Entry => {
    const name = flow.name.normalize('NFC');
    const rest =
      `${flow.serverName ?? ''}\n${flow.description ?? ''}\n${flow.division ?? ''}\n${flow.id}`.normalize(
        'NFC',
      );
    return { flow: { ...flow, name }, name: fold(name), rest: fold(rest) };
  });
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return entries.sort(
    (a, b) =>
      group(a.flow) - group(b.flow) ||
      (b.flow.recent ?? 0) - (a.flow.recent ?? 0) ||
      compare(a.name, b.name),
  );
}

function bestOf(
  entries: readonly Entry[],
  wanted: string,
  words: readonly string[],
  limit: number,
): { best: Entry[]; found: Entry[] } {
  const buckets = rows.map(() => qualities.map((): Entry[] => []));
  const found: Entry[] = [];
  for (const entry of entries) {
    const quality = qualityOf(entry, wanted, words);
    if (quality === undefined) continue;
    found.push(entry);
    const bucket =
      buckets[Math.min(group(entry.flow), rows.length - 1)]?.[qualities.indexOf(quality)];
    if (bucket !== undefined && bucket.length < limit) bucket.push(entry);
  }
  return { best: buckets.flat(2).slice(0, limit), found };
}

const groups = ['pinned', 'recent', 'rest', 'not launchable'] as const;

/** A name typed in full comes up first even if that flow cannot be launched: here is why. */
const rows = groups.slice(0, -1);

function group(flow: FlowChoice): number {
  if (flow.pinned) return groups.indexOf('pinned');
  if (flow.cannotLaunch !== undefined) return groups.indexOf('not launchable');
  return groups.indexOf(flow.recent === undefined ? 'rest' : 'recent');
}

function qualityOf(entry: Entry, wanted: string, words: readonly string[]): Quality | undefined {
  const { name, rest } = entry;
  if (words.length === 0) return 'whole';
  const at = name.indexOf(wanted);
  if (at === 0) return name.length === wanted.length ? 'whole' : 'start';
  if (at > 0) return startsWord(name, at) ? 'word' : 'inside';
  let inName = true;
  for (const word of words) {
    if (name.includes(word)) continue;
    if (!rest.includes(word)) return undefined;
    inName = false;
  }
  return inName ? 'inside' : 'other';
}

const partOfWord = /[\p{L}\p{N}]/u;

function startsWord(text: string, at: number): boolean {
  return !partOfWord.test(text.charAt(at - 1));
}

function hit(entry: Entry, words: readonly string[]): FlowHit {
  const found: [number, number][] = [];
  for (const word of words) {
    const start = entry.name.indexOf(word);
    if (start >= 0) found.push([start, start + word.length]);
  }
  found.sort(([a], [b]) => a - b);
  const ranges: [number, number][] = [];
  for (const [start, end] of found) {
    const last = ranges.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else ranges.push([start, end]);
  }
  return { flow: entry.flow, ranges };
}

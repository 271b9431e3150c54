import { isTooDeep } from '../base/json.ts';
import type { Execution } from './launch.ts';

/**
 * The most of an output that a record keeps, in characters of JSON. An extension may store 10 MB, and the
 * history is kept below 6 MB: https://developer.chrome.com/docs/extensions/reference/api/storage
 *
 * @internal exported for its test
 */
export const mostOutput = 400_000;

/**
 * An output as its record keeps it: whole where it fits, else cut. Values go in as long as there is room;
 * of the first text that does not fit its beginning stays.
 */
export function outputToKeep(
  outputData: Execution['outputData'],
): Pick<Execution, 'outputData' | 'outputCut'> {
  if (outputData === undefined) return {};
  // Walking through what is nested without end would run out of stack.
  if (isTooDeep(outputData)) return { outputCut: true };
  if (JSON.stringify(outputData).length <= mostOutput) return { outputData };
  const cutter = { left: mostOutput };
  return { outputData: cutObject(outputData, cutter), outputCut: true };
}

interface Cutter {
  /** In characters. */
  left: number;
}

/** What of a value fits; undefined where there is no room left. */
function cut(value: unknown, cutter: Cutter): unknown {
  if (cutter.left <= 0) return undefined;
  if (typeof value === 'string') {
    const fits = value.slice(0, cutter.left);
    cutter.left -= JSON.stringify(fits).length;
    return fits;
  }
  if (Array.isArray(value)) {
    const entries: unknown[] = [];
    for (const each of value) {
      if (cutter.left <= 0) break;
      entries.push(cut(each, cutter));
    }
    return entries;
  }
  if (typeof value === 'object' && value !== null) return cutObject(value, cutter);
  cutter.left -= JSON.stringify(value).length + 1;
  return value;
}

function cutObject(value: object, cutter: Cutter): Record<string, unknown> {
  const entries: [string, unknown][] = [];
  for (const [name, each] of Object.entries(value)) {
    cutter.left -= name.length + 4;
    if (cutter.left <= 0) break;
    entries.push([name, cut(each, cutter)]);
  }
  return Object.fromEntries(entries);
}

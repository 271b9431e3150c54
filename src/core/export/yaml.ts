import { isTooDeep } from '../base/json.ts';
import { cutPieces, type Piece } from '../request/piece.ts';
import { piecesOfJson } from './json.ts';

/** What exports in YAML begin with, or have among their outermost members. */
const exportMarks =
  /^(?:(?:openapi|swagger|paths|__export_format|nodes)\s*:|type: collection\.insomnia)/m;

/** Whether a text is an export in YAML by its outermost members: OpenAPI, Insomnia, n8n. */
export function isYamlExport(text: string): boolean {
  return exportMarks.test(text) && isLikeYaml(text);
}

/** Whether nearly all lines are `name: value` or items of a list, and none of another language. */
export function isLikeYaml(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s*#/.test(line));
  const members = lines.filter((line) => /^\s*(?:- )?[\w."'/{}$-]+:(?:\s|$)/.test(line));
  return members.length >= 2 && !/[;{]\s*$/.test(lines[0] ?? '') && /^[\w"'/-]/.test(text);
}

/**
 * What YAML holds, as JSON of the same shape would be read; empty for a text that is none. Its parser
 * is loaded only here. Anchors are not followed further than the parser allows, and no type is made
 * but those of JSON.
 */
export async function piecesOfYaml(text: string): Promise<Piece[]> {
  const { load } = await import('js-yaml');
  try {
    const value = load(text, { maxAliases: 100 });
    const data = typeof value === 'object' && value !== null ? plainOf(value) : undefined;
    // YAML has no end: the text may break off anywhere in it.
    return data === undefined || isTooDeep(data) ? [] : cutPieces(piecesOfJson(data));
  } catch {
    return [];
  }
}

const mostNodes = 50_000;
const deepest = 200;

/**
 * A value as JSON has it: dates as texts, and what is named once and used many times written out.
 * `undefined` where that is more than any export has.
 */
function plainOf(value: unknown): unknown {
  let nodes = 0;
  const plain = (it: unknown, depth: number): unknown => {
    nodes += 1;
    if (nodes > mostNodes || depth > deepest) return null;
    if (Array.isArray(it)) return it.map((item) => plain(item, depth + 1));
    if (typeof it !== 'object' || it === null) return it;
    if (it instanceof Date) return it.toISOString();
    return Object.fromEntries(Object.entries(it).map(([key, own]) => [key, plain(own, depth + 1)]));
  };
  const copy = plain(value, 0);
  return nodes > mostNodes ? undefined : copy;
}

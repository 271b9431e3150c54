import { isTooDeep } from '../request/literal.ts';
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
    const isData = typeof value === 'object' && value !== null;
    // YAML has no end: the text may break off anywhere in it.
    return isData && !isTooDeep(value) ? cutPieces(piecesOfJson(plain(value))) : [];
  } catch {
    return [];
  }
}

/** Dates and other types of YAML as JSON writes them. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

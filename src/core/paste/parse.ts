import { done, failed, type Outcome } from '../base/failure.ts';
import { isTooDeep } from '../base/json.ts';
import { longestPaste } from '../request/longest.ts';
import type { Piece } from '../request/piece.ts';
import { withAddressInWords } from './address-in-words.ts';
import { joined, withFiles } from './joined.ts';
import { parsedJson } from './json-text.ts';
import { maskPaste } from './mask.ts';
import { isTooNested } from './nesting.ts';
import { withoutPageMarks } from './page-marks.ts';
import { readJson, readSegment } from './segment.ts';
import { segmentsOf } from './segments.ts';

/**
 * Takes what people paste apart into requests (commands, code, raw HTTP, exports, JSON), answers and executions, in the
 * order of the text; empty where there are none. Runs no code of the paste, and masks its secrets before it reads
 * anything.
 *
 * Fails with `request.empty`, `request.too-long`, `request.binary` or `request.too-deep`.
 */
export async function parsePaste(pasted: string): Promise<Outcome<Piece[]>> {
  const text = prepared(pasted);
  if (!text.ok) return text;
  const json = parsedJson(text.value);
  if (json !== undefined) {
    return isTooDeep(json.value)
      ? failed('request.too-deep')
      : done(joined(await readJson(json.value)));
  }
  const pieces: Piece[] = [];
  for (const segment of segmentsOf(text.value)) pieces.push(...(await readSegment(segment)));
  if (pieces.length === 0 && isTooNested(text.value)) return failed('request.too-deep');
  const all = withFiles(joined(pieces.toSorted((a, b) => a.at - b.at)));
  return done(withAddressInWords(all, text.value));
}

/** Makes a paste ready to be read: checks its length and that it is text, tidies it and masks its secrets. */
function prepared(pasted: string): Outcome<string> {
  if (pasted.length > longestPaste) {
    return failed('request.too-long', { length: pasted.length, most: longestPaste });
  }
  if (isBinary(pasted)) return failed('request.binary');
  const plain = withoutPageMarks(pasted)
    .replace(/^\ufeff/, '')
    .replaceAll('\u00a0', ' ')
    .replace(/(?<=[\s{[,:(])…/g, '...');
  const text = maskPaste(plain).trim();
  return text === '' ? failed('request.empty') : done(text);
}

/** Whether a paste is no text: it has control characters other than those for lines and tabs. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text);
}

import { cleanText } from '../base/clean-text.ts';
import { isObject } from '../base/json.ts';
import type { Participant } from './answer.ts';

const most = 200;
const longestName = 200;
const longestValue = 8_000;
const longestInAll = 100_000;

// Tab and line breaks are text; other control characters are not.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const noText = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]/;

/**
 * Participant data, each as text. Values that are too long or no text are left out and counted: cut
 * or mended they would be another value. Names may be any text, `__proto__` included, so they are
 * never made the keys of an object here.
 */
export function attributesOf({ attributes }: Participant): {
  attributes: [name: string, value: string][];
  leftOut: number;
} {
  const all = isObject(attributes) ? Object.entries(attributes) : [];
  const kept: [string, string][] = [];
  let room = longestInAll;
  for (const [name, value] of all) {
    const text = asText(value);
    const size = name.length + (text?.length ?? 0);
    if (text === undefined || !isUsable(name) || size > room || kept.length === most) continue;
    room -= size;
    kept.push([name, cleanText(text)]);
  }
  return { attributes: kept, leftOut: all.length - kept.length };
}

/** The published type of a value is text; a number or a yes-or-no is not refused for it. */
function asText(value: unknown): string | undefined {
  const text = typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
  const fits = typeof text === 'string' && text.length <= longestValue && !noText.test(text);
  return fits && text.isWellFormed() ? text : undefined;
}

function isUsable(name: string): boolean {
  return (
    name.trim() !== '' && name.length <= longestName && !/[{}]/.test(name) && !noText.test(name)
  );
}

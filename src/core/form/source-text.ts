import { inKey, type Text } from '../base/text.ts';
import type { ValueSource } from './form.ts';

/** Where a value came from, in words: `from a link · Mobile`. */
export function sourceText({ kind, label }: ValueSource, text: Text): string {
  const words = text(`source_${inKey(kind)}`);
  return label ? `${words} · ${label}` : words;
}

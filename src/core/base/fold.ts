/**
 * Text for comparing: lower case, without accents, and as long as the original, so that positions in
 * one are positions in the other. Give it text in NFC.
 */
export function fold(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  let plain = '';
  for (let index = 0; index < text.length; index += 1) plain += foldUnit(text.charAt(index));
  return plain;
}

/** The same of any text, for comparing alone: its positions may be others than in the original. */
export function folded(text: string): string {
  return fold(text.normalize('NFC'));
}

const known = new Map<string, string>();

/** One UTF-16 unit for one: `É` is `e`; what would change its length (`ß`, `İ`) is kept or cut. */
function foldUnit(unit: string): string {
  const seen = known.get(unit);
  if (seen !== undefined) return seen;
  const base = unit.normalize('NFD').charAt(0).toLowerCase();
  const plain = base.length === 1 ? base : unit;
  known.set(unit, plain);
  return plain;
}

function isPlain(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    if (text.charCodeAt(index) > 127) return false;
  }
  return true;
}

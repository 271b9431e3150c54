const deepestCode = 500;

/** Whether brackets are nested deeper than any code nests them: a grammar would take too long to read them. */
export function isTooNested(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[([{}\])]/g)) {
    depth = /[([{]/.test(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestCode) return true;
  }
  return false;
}

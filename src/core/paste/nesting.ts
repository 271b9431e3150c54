const deepestCode = 500;

/** Brackets within brackets, deeper than any code, of which no grammar would come back soon. */
export function isTooNested(text: string): boolean {
  let depth = 0;
  for (const [bracket] of text.matchAll(/[([{}\])]/g)) {
    depth = /[([{]/.test(bracket) ? depth + 1 : Math.max(0, depth - 1);
    if (depth > deepestCode) return true;
  }
  return false;
}

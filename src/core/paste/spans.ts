/** Where a part of a text begins, and the index behind it. */
export type Span = readonly [start: number, end: number];

/** A text with parts blanked out, so that what is left keeps its place. */
export function without(text: string, spans: readonly Span[]): string {
  let rest = text;
  for (const [start, end] of spans) {
    rest = rest.slice(0, start) + rest.slice(start, end).replace(/[^\n]/g, ' ') + rest.slice(end);
  }
  return rest;
}

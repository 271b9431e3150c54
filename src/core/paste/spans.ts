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

/** Signs and words that begin or hold code, and nothing that people say before and behind it. */
const codeSigns =
  /[=(){}[\]<>;$@\\|`#"]|:\/\/|^\s*(?:import|from|package|using|use|const|let|var|return|def|class|try|else)\b/m;

/** The paragraphs of words before and behind what is shown: a greeting, a question, thanks. */
export function proseAround(text: string): Span[] {
  const all = paragraphsOf(text);
  const isProse = ([start, end]: Span) => {
    const words = text.slice(start, end).trimEnd();
    return /[,.!?:]$/.test(words) && !codeSigns.test(words);
  };
  const first = all.findIndex((it) => !isProse(it));
  const last = all.findLastIndex((it) => !isProse(it));
  return first < 0 ? [] : [...all.slice(0, first), ...all.slice(last + 1)];
}

/** Lines that no empty line parts. */
function paragraphsOf(text: string): Span[] {
  const paragraphs: [number, number][] = [];
  let at = 0;
  let isOpen = false;
  for (const line of text.split('\n')) {
    const last = paragraphs.at(-1);
    if (line.trim() === '') isOpen = false;
    else if (isOpen && last !== undefined) last[1] = at + line.length;
    else {
      paragraphs.push([at, at + line.length]);
      isOpen = true;
    }
    at += line.length + 1;
  }
  return paragraphs;
}

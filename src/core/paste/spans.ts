/** A part of a text: where it begins, and the index behind it. */
export type Span = readonly [start: number, end: number];

/** Blanks out parts of a text, so that the rest keeps its place. */
export function without(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    if (end <= at) continue;
    const from = Math.max(start, at);
    parts.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, ' '));
    at = end;
  }
  return parts.join('') + text.slice(at);
}

/** Signs and words of code that do not occur in the sentences before and behind it. */
const codeSigns =
  /[=(){}[\]<>;$@\\|`#"]|:\/\/|^\s*(?:import|from|package|using|use|const|let|var|return|def|class|try|else)\b/m;

/** The paragraphs of prose at the beginning and the end of a text: a greeting, a question, thanks. */
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

/** The paragraphs of a text, which empty lines divide. */
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

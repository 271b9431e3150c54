/** A part of a text that is read on its own. */
export interface Segment {
  readonly text: string;
  readonly at: number;
  /** What a fence calls its language; empty outside of fences. */
  readonly language: string;
  readonly isFenced: boolean;
}

const fence =
  /^[ \t]*(`{3,12}(?!`)|~{3,12}(?!~))[ \t]*([\w+#-]*)[^\n]*\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm;

/** Splits a page of Markdown into its blocks of code and what is around them. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let behind = 0;
  const around = (end: number) => {
    const part = text.slice(behind, end);
    if (part.trim() !== '')
      segments.push({ text: part, at: behind, language: '', isFenced: false });
  };
  for (const found of text.matchAll(fence)) {
    const [whole, , language = '', body = ''] = found;
    around(found.index);
    const at = found.index + whole.indexOf('\n') + 1;
    if (body.trim() !== '')
      segments.push({ text: body, at, language: language.toLowerCase(), isFenced: true });
    behind = found.index + whole.length;
  }
  around(text.length);
  return segments;
}

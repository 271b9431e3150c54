/** A part of a paste that Kickoff reads on its own. */
export interface Segment {
  readonly text: string;
  /** Where it begins in the paste. */
  readonly at: number;
  /** The language that a fence names, in lower case; empty outside of fences. */
  readonly language: string;
}

const fence =
  /^[ \t]*(`{3,12}(?!`)|~{3,12}(?!~))[ \t]*([\w+#-]*)(?![\w+#-])[^\r\n]*\r?\n([\s\S]*?)(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm;

/** Splits a text of Markdown into its fenced blocks of code and the parts around them; leaves out empty ones. */
export function segmentsOf(text: string): Segment[] {
  const segments: Segment[] = [];
  let behind = 0;
  const around = (end: number) => {
    const part = text.slice(behind, end);
    if (part.trim() !== '') segments.push({ text: part, at: behind, language: '' });
  };
  for (const found of text.matchAll(fence)) {
    const [whole, , language = '', body = ''] = found;
    around(found.index);
    const at = found.index + whole.indexOf('\n') + 1;
    if (body.trim() !== '') segments.push({ text: body, at, language: language.toLowerCase() });
    behind = found.index + whole.length;
  }
  around(text.length);
  return segments;
}

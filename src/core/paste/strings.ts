import { withoutEscapes } from '../request/quoted.ts';

/** A text that code writes in quotes, with the texts and variables that the code joins to it. */
export interface WrittenText {
  readonly value: string;
  readonly at: number;
  /** The index behind it. */
  readonly end: number;
}

const mostTexts = 2_000;

/**
 * Texts in three quotes, double quotes or single quotes; within, a quote is doubled or behind a backslash. C++ writes a
 * text as it is in `R"(…)"`.
 */
const quoted =
  /(?:"""|\bR"\()([\s\S]*?)(?:"""|\)")|"((?:[^"\\\n]|\\.|"")*)"|'((?:[^'\\\n]|\\.|'')*)'/g;

/** The same for languages in which three quotes begin a text whose first sign is a quote. */
const quotedOnLines = /(?!)()|"((?:[^"\n]|"")*)"|'((?:[^'\n]|'')*)'/g;

/**
 * What stands between two texts that code joins: an operator of any language, or a name between two operators, perhaps
 * over the end of a line.
 */
const between =
  /^\s{0,40}(?:&|\+|\|\||\.{1,2}|~|<>)[\s_\\]{0,40}(?:([\w.$@[\]()]{1,100})\s{0,40}(?:&|\+|\|\||\.{1,2}|~|<>)[\s_\\]{0,40})?$/;

/**
 * All texts of code in a language for which Kickoff has no grammar, in the order of the code; at most 2,000.
 *
 * @param hasBlocks whether three quotes begin a text of several lines, as in Kotlin
 */
export function textsOfCode(code: string, hasBlocks: boolean): WrittenText[] {
  const texts: WrittenText[] = [];
  let count = 0;
  for (const found of code.matchAll(hasBlocks ? quoted : quotedOnLines)) {
    count += 1;
    if (count > mostTexts) break;
    const { index: at, 0: whole } = found;
    const text = { value: contentOf(found), at, end: at + whole.length };
    const last = texts.at(-1);
    const gap = last && code.slice(last.end, Math.min(at, last.end + 300));
    const joint = last && gap?.length === at - last.end ? between.exec(gap) : null;
    if (last === undefined || joint === null) texts.push(text);
    else texts[texts.length - 1] = together(last, joint[1], text);
  }
  return texts;
}

function together(before: WrittenText, name: string | undefined, after: WrittenText): WrittenText {
  const open = name === undefined ? '' : `{{${name}}}`;
  return { value: `${before.value}${open}${after.value}`, at: before.at, end: after.end };
}

function contentOf([, block, double, single]: RegExpMatchArray): string {
  if (block !== undefined) return withPlaces(block);
  const text = double ?? single ?? '';
  const mark = double === undefined ? "'" : '"';
  return withPlaces(text).includes('\\')
    ? withoutEscapes(withPlaces(text))
    : withPlaces(text).replaceAll(mark + mark, mark);
}

/** The variables that Ruby, Swift, Kotlin and Groovy write within a text, as places left open: `{{name}}`. */
function withPlaces(text: string): string {
  return text
    .replace(
      /#\{([^{}\n]{1,100})\}|\\\(([^()\n]{1,100})\)|\$\{([^{}\n]{1,100})\}/g,
      (_, ...names) => {
        return `{{${names.find((it) => typeof it === 'string')}}}`;
      },
    )
    .replace(/(?<=\s|^)\$([a-z_]\w*)/gi, '{{$1}}');
}

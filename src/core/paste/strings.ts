import { withoutEscapes } from '../request/quoted.ts';

/** A text that code writes in quotes, with what is put together with it. */
export interface WrittenText {
  readonly value: string;
  /** Where it begins, and the index behind it. */
  readonly at: number;
  readonly end: number;
}

const mostTexts = 2_000;

/** Texts in three quotes, in double or single quotes; a quote within is doubled or behind a backslash. */
const quoted = /"""([\s\S]*?)"""|"((?:[^"\\\n]|\\.|"")*)"|'((?:[^'\\\n]|\\.|'')*)'/g;

/** The same where three quotes are a text that begins with a quote. */
const quotedOnLines = /(?!)()|"((?:[^"\n]|"")*)"|'((?:[^'\n]|'')*)'/g;

/**
 * What stands between two texts that are put together: an operator of any language, a name between
 * two of them, an end of line that goes on.
 */
const between =
  /^\s{0,40}(?:&|\+|\|\||\.{1,2}|~|<>)[\s_\\]{0,40}(?:([\w.$@[\]()]{1,100})\s{0,40}(?:&|\+|\|\||\.{1,2}|~|<>)[\s_\\]{0,40})?$/;

/**
 * All texts of code in a language that no grammar here reads, in the order of the code.
 *
 * @param hasBlocks whether three quotes begin a text of several lines, as in Kotlin, or a doubled one
 */
export function textsOfCode(code: string, hasBlocks = true): WrittenText[] {
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

/** What Ruby, Swift, Kotlin and Groovy put into a text, as a place left open. */
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

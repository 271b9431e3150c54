import type { Language } from './language.ts';

/** Where the comments of a text stand. */
export function commentsOf(language: Language, text: string): (readonly [number, number])[] {
  const isHash = /^(?:python|powershell|php)$/.test(language);
  const isSlash = !/^(?:python|powershell)$/.test(language);
  const comment = new RegExp(
    [
      ...(isHash ? ['(?<=^|\\n)[ \\t]*#[^\\n]*', '<#[\\s\\S]*?#>'] : []),
      ...(isSlash ? ['(?<=^|[\\s;{}])\\/\\/[^\\n]*', '\\/\\*[\\s\\S]*?\\*\\/'] : []),
    ].join('|'),
    'g',
  );
  const closed = withoutUnclosed(withoutUnclosed(text, '<#', '#>'), '/*', '*/');
  return [...closed.matchAll(comment)].map(({ index, 0: words }) => [index, index + words.length]);
}

/** A few may stand in strings, and cost no time. */
const mostUnclosed = 100;

/**
 * A text without the marks that open comments which nothing closes, where it has very many of them; each character
 * keeps its place. A pattern or a grammar looks for the end of each through all of the rest.
 *
 * @param opening two characters
 */
export function withoutUnclosed(text: string, opening: string, closing: string): string {
  const last = text.lastIndexOf(closing);
  const behind = last < 0 ? 0 : last + closing.length;
  const parts = text.slice(behind).split(opening);
  if (parts.length <= mostUnclosed) return text;
  return text.slice(0, behind) + parts.join(`${opening[0]} `);
}

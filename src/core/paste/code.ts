import { requestsIn } from '../code/requests.ts';
import { commentsOf } from '../grammar/comments.ts';
import {
  type Language,
  languageName,
  likeliness,
  likelyLanguages,
  unreadLanguage,
} from '../grammar/language.ts';
import { readCode } from '../grammar/read.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { notSentIn } from './not-sent.ts';
import { proseAround, type Span, without } from './spans.ts';
import { unfilledIn } from './unfilled.ts';

const mostLanguages = 3;
/** The languages to try on a text that looks like code and shows no sign of any one language. */
const usual: readonly Language[] = ['javascript', 'python', 'csharp'];

/**
 * Reads the requests that code in a text sends. Tries the likeliest languages until one gives a request. Where the rest
 * of the text is plainly in another language, reads that, too.
 *
 * @param named the language that the fence around the text names
 */
export async function requestsOfCode(
  pasted: string,
  named: Language | undefined,
  depth = 0,
): Promise<Piece[]> {
  const text = without(withoutTracebacks(pasted), proseAround(pasted));
  if (named === undefined && unreadLanguage(text) !== undefined) return [];
  const likely = likelyLanguages(text);
  const languages = named === undefined ? likely : [named, ...likely.filter((it) => it !== named)];
  const tried = languages.length === 0 && /\w\s*\(/.test(text) ? usual : languages;
  for (const language of tried.slice(0, mostLanguages)) {
    const code = await readCode(language, text);
    const found = requestsIn(code, code.isCut).map(({ request, at }) => {
      const form = request.form === '' ? languageName(language) : request.form;
      const unfilled = unfilledIn(request, language, text);
      const notSent = notSentIn(request, language, text);
      return requestPiece({ ...request, form, unfilled, notSent }, at);
    });
    if (found.length === 0) continue;
    const rest = without(text, [...paragraphsAt(text, found), ...commentsOf(language, text)]);
    const next = likelyLanguages(rest).find(
      (it) => it !== language && likeliness(rest, it) > likeliness(rest, language),
    );
    if (next === undefined || depth >= mostLanguages) return found;
    return [...found, ...(await requestsOfCode(rest, next, depth + 1))];
  }
  return [];
}

/** The same text without the lines of code that a traceback quotes: they show where it failed, not what it sent. */
function withoutTracebacks(text: string): string {
  const quoted = text.matchAll(
    /^[ \t]*File "[^"\n]*", line \d+[^\n]*\n[ \t]+\S[^\n]*$|^[ \t]+at [^\n]*$/gm,
  );
  return without(
    text,
    [...quoted].map(({ index, 0: words }) => [index, index + words.length] as const),
  );
}

/** The paragraphs in which the pieces stand. */
function paragraphsAt(text: string, pieces: readonly Piece[]): Span[] {
  return pieces.map(({ at }) => {
    const before = [...text.slice(0, at).matchAll(/\n[ \t]*\n/g)].at(-1);
    const after = /\n[ \t]*\n/.exec(text.slice(at));
    return [before?.index ?? 0, after === null ? text.length : at + after.index];
  });
}

import type { Language } from '../grammar/language.ts';
import { headerOf, type SeenRequest } from '../request/seen.ts';

/**
 * How languages write a variable within a text. The readers put `{{name}}` where a language fills it in, so that what is
 * left stands in a text of the wrong kind: `'Bearer ${token}'` of JavaScript, `"Bearer {token}"` of Python.
 */
const places: Readonly<Partial<Record<Language, RegExp>>> = {
  javascript: /\$\{[\w.[\]()]+\}/,
  python: /(?<![{$])\{[a-z_][\w.]*\}(?!\})/i,
  csharp: /(?<![{$])\{[a-z_][\w.]*\}(?!\})/i,
  php: /\{?\$[a-z_]\w*(?:->\w+)?\}?/i,
  powershell: /\$\{?[a-z_][\w:.]*\}?/i,
};

/** Where a body holds a place and nothing else: the whole of a text. */
const wholeText = (place: RegExp) => new RegExp(`"(${place.source})"`, place.flags);

/**
 * The first place for a variable that a request of code is sent with as it stands: in its token, in its address, or as
 * the whole of a text in its body. Libraries of .NET fill in addresses themselves. In Python and C#, braces around a name
 * that the code knows nowhere else stand for a value that a person left out.
 */
export function unfilledIn(
  request: SeenRequest,
  language: Language,
  code: string,
): string | undefined {
  const place = places[language];
  if (place === undefined) return undefined;
  const token = headerOf(request, 'authorization') ?? '';
  const url = language === 'csharp' ? '' : (request.url ?? '');
  const found =
    place.exec(token)?.[0] ??
    place.exec(url)?.[0] ??
    wholeText(place).exec(request.bodyText ?? '')?.[1];
  const isDoubtful = language === 'python' || language === 'csharp';
  return found === undefined || (isDoubtful && !isNamedElsewhere(found, code)) ? undefined : found;
}

/** Whether a variable of a text is one of the code, too. */
function isNamedElsewhere(place: string, code: string): boolean {
  const [name = ''] = /\w+/.exec(place) ?? [];
  return code.replaceAll(place, '').search(new RegExp(`\\b${name}\\b`)) >= 0;
}

import type { Language } from '../grammar/language.ts';
import type { NotSent, SeenRequest } from '../request/seen.ts';

/**
 * What code names and yet does not send, because its language or library drops it without a word: headers in a mode
 * without CORS, headers that a call of an immutable object returns, members that a serializer does not see.
 */
export function notSentIn(
  request: SeenRequest,
  language: Language,
  code: string,
): NotSent | undefined {
  if (language === 'javascript') {
    return ofMode(request, code) ?? ofImmutable(code) ?? ofMap(request, code);
  }
  if (language === 'go') return ofSmallLetters(request, code);
  return language === 'csharp' ? ofFields(request, code) : undefined;
}

/** In this mode only a few headers pass: https://fetch.spec.whatwg.org/#no-cors-safelisted-request-header */
function ofMode({ form, headers }: SeenRequest, code: string): NotSent | undefined {
  const [given] = /\bmode\s*:\s*["'`]no-cors["'`]/.exec(code) ?? [];
  const names = headers
    .map(({ name }) => name)
    .filter((name) => /^(?:authorization|content-type)$/i.test(name));
  if (given === undefined || form !== 'fetch' || names.length === 0) return undefined;
  return { given, names, right: "mode: 'cors'" };
}

/** Angular's headers never change, a call returns others: https://angular.dev/api/common/http/HttpHeaders */
function ofImmutable(code: string): NotSent | undefined {
  if (!/\bnew HttpHeaders\(/.test(code)) return undefined;
  const calls = code.matchAll(
    /^[ \t]*((?:this\.)?\w+)\.(set|append)\(\s*["'`]([\w-]+)["'`][^\n]*\)\s*;?[ \t]*$/gm,
  );
  for (const [, object = '', method = '', name = ''] of calls) {
    const making = new RegExp(`\\b${object}\\b[^=\\n]{0,60}=\\s*new HttpHeaders\\(`);
    if (!making.test(code)) continue;
    const given = `${object}.${method}(…)`;
    return { given, names: [name], right: `${object} = ${given}` };
  }
  return undefined;
}

/** `JSON.stringify` writes a Map as `{}`. */
function ofMap({ bodyText = '' }: SeenRequest, code: string): NotSent | undefined {
  const [, name = '', made = ''] =
    /\b(?:const|let|var)\s+(\w+)(?:\s*:[^=\n]{1,60})?\s*=\s*(new Map\b)/.exec(code) ?? [];
  const isIn = name !== '' && new RegExp(`[{,:(]\\s*${name}\\s*[,})]`).test(code);
  if (!isIn || new RegExp(`(?:fromEntries|\\.\\.\\.)\\(?\\s*${name}\\b`).test(code))
    return undefined;
  const set = code.matchAll(
    new RegExp(`(?:\\b${name}|\\))\\s*\\.set\\(\\s*["'\`]([\\w.]+)["'\`]`, 'g'),
  );
  const names = [...set].map(([, key = '']) => key).filter((key) => bodyText.includes(`"${key}"`));
  if (names.length === 0) return undefined;
  return { given: made, names, right: `Object.fromEntries(${name})` };
}

/** A package of Go sees only the fields that begin with a capital letter: https://pkg.go.dev/encoding/json#Marshal */
function ofSmallLetters({ bodyText = '' }: SeenRequest, code: string): NotSent | undefined {
  const fields: string[] = [];
  for (const [, members = ''] of code.matchAll(/\bstruct\s*\{([^{}]*)\}/g)) {
    for (const [, field = '', tag] of members.matchAll(
      /^[ \t]*([a-z]\w*)[ \t]+[\w[\]*.]+(?:[ \t]+`[^`\n]*json:"([\w.]+)[^`\n]*`)?/gm,
    )) {
      if (bodyText.includes(`"${tag ?? field}"`)) fields.push(field);
    }
  }
  const [given] = fields;
  if (given === undefined) return undefined;
  return { given, names: fields, right: `${given.charAt(0).toUpperCase()}${given.slice(1)}` };
}

/** System.Text.Json writes properties only: https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/fields */
function ofFields({ bodyText = '' }: SeenRequest, code: string): NotSent | undefined {
  if (/Newtonsoft|JsonConvert|IncludeFields|JsonInclude/.test(code)) return undefined;
  if (!/\bJsonSerializer\.Serialize|\bPostAsJsonAsync\b|\bJsonContent\.Create\b/.test(code))
    return undefined;
  const fields = [
    ...code.matchAll(
      /^[ \t]*public[ \t]{1,9}([\w<>,? ]{1,80}?)[ \t]{1,9}(\w{1,80})[ \t]{0,9}(?:=[^>\n][^\n]*)?;/gm,
    ),
  ]
    .map(([, type = '', name = '']) => ({ type, name }))
    .filter(
      ({ type, name }) => !/\b(?:static|const)\b/.test(type) && bodyText.includes(`"${name}"`),
    );
  const [first] = fields;
  if (first === undefined) return undefined;
  return {
    given: `public ${first.type} ${first.name};`,
    names: fields.map(({ name }) => name),
    right: `public ${first.type} ${first.name} { get; set; }`,
  };
}

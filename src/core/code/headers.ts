import { isOpen } from './scope.ts';
import { dashed, keyOf, Table, Thing, textOf, type Value } from './value.ts';

/** Headers as code gives them; `isAll` is false where the code may send more than it shows. */
export interface GivenHeaders {
  readonly headers: readonly (readonly [string, string])[];
  readonly isAll: boolean;
}

/**
 * Reads headers in the shapes that libraries take: a dictionary, a list of pairs, of `{ name, value }` or of
 * `Name: value` lines, a text with one on each line, an object to which the code adds them.
 */
export function headersIn(value: Value): GivenHeaders {
  if (typeof value === 'string') return all(value.split(/\r?\n|\\r\\n/).flatMap(headerLine));
  if (Array.isArray(value)) return all(value.flatMap(listed));
  if (value instanceof Table) return inTable(value);
  if (value instanceof Thing && !isOpen(value)) return inThing(value);
  return { headers: [], isAll: !(value instanceof Thing) };
}

const headerName =
  /^(?:content-type|authorization|accept|user-agent|host|cache-control|cookie|connection|content-length|(?:accept|x|genesys|inin)-[\w-]+)$/i;

/** Whether a value shows that it holds headers: by its type, by the names in it, or by its own name. */
export function areHeaders(value: Value): boolean {
  if (value instanceof Thing) return isOpen(value) && /headers?$/i.test(value.words);
  if (!(value instanceof Table)) return false;
  const names = [...value.entries.keys()];
  return /Header/.test(value.tag) || (names.length > 0 && names.every((it) => headerName.test(it)));
}

function all(headers: readonly (readonly [string, string])[]): GivenHeaders {
  return { headers, isAll: true };
}

function inTable(table: Table): GivenHeaders {
  const headers: [string, string][] = [];
  let isAll = !table.hasMore;
  for (const [name, value] of table.entries) {
    // axios keeps the headers of every request under `common`, and those of a method under its name.
    if (value instanceof Table && /^(?:common|post)$/.test(name)) {
      const inner = inTable(value);
      headers.push(...inner.headers.map(([key, it]): [string, string] => [key, it]));
      isAll &&= inner.isAll;
    } else {
      headers.push([name, headerText(value)]);
    }
  }
  return { headers, isAll };
}

/** Whether .NET refuses a header: it takes the type of a body only with the body, not among those of a request. */
export function isRefused(path: string, name: Value): boolean {
  const isOfRequest = /(?:DefaultRequestHeaders|RequestMessage\(\)\.Headers)(?:\.\w+)?$/.test(path);
  return isOfRequest && /^content-type$/i.test(keyOf(name));
}

function inThing(thing: Thing): GivenHeaders {
  const headers: [string, string][] = [];
  let isAll = true;
  for (const [name, value] of thing.members) {
    if (isOpen(value)) continue;
    if (/^(?:common|post)$/.test(name)) headers.push(...copied(headersIn(value)));
    else headers.push([dashed(name), headerText(value)]);
  }
  for (const { args } of thing.methodCalls) {
    const [first, second] = args;
    if (first === undefined) continue;
    if (second === undefined) {
      const inner = headersIn(first);
      headers.push(...copied(inner));
      isAll &&= inner.isAll;
    } else if (!isRefused(thing.path, first)) {
      headers.push([keyOf(first), headerText(second)]);
    }
  }
  // The text does not show which headers a function makes of its arguments.
  return { headers, isAll: isAll && (headers.length > 0 || thing.args.length === 0) };
}

function copied({ headers }: GivenHeaders): [string, string][] {
  return headers.map(([name, value]) => [name, value]);
}

/** The value of a header; for an object of scheme and token, or of a media type, its arguments. */
export function headerText(value: Value): string {
  if (Array.isArray(value)) return value.map(textOf).join(', ');
  if (!(value instanceof Thing)) return textOf(value);
  const { args, path } = value;
  const [first, second] = args;
  if (/AuthenticationHeaderValue\(\)$/.test(path) && first !== undefined) {
    return second === undefined ? textOf(first) : `${textOf(first)} ${textOf(second)}`;
  }
  if (/MediaType\w*(?:\.\w+)?\(\)$|ContentType(?:\.\w+)?\(\)$/.test(path) && first !== undefined) {
    return textOf(first);
  }
  return mediaTypeOf(value) ?? textOf(value);
}

/** The media type that a value names, also as a constant of a library; undefined where it names none. */
export function mediaTypeOf(value: Value): string | undefined {
  if (typeof value === 'string') {
    return /^[a-z]+\/[\w.+-]+(?:\s*;.*)?$/i.test(value.trim()) ? value.trim() : undefined;
  }
  if (!(value instanceof Thing)) return undefined;
  const [first] = value.args;
  if (first !== undefined && /(?:Media|Content)_?Type/i.test(value.path)) return mediaTypeOf(first);
  if (/(?:json)(?:_utf8)?(?:_value)?$/i.test(value.path) && /type|format/i.test(value.path)) {
    return 'application/json';
  }
  if (/form_?urlencoded(?!Content)/i.test(value.path)) return 'application/x-www-form-urlencoded';
  return /text_?plain$/i.test(value.path) ? 'text/plain' : undefined;
}

function listed(item: Value): readonly (readonly [string, string])[] {
  if (typeof item === 'string') return headerLine(item);
  if (Array.isArray(item)) {
    const [name, value] = item;
    return name === undefined || value === undefined ? [] : [[keyOf(name), headerText(value)]];
  }
  if (!(item instanceof Table)) return [];
  const name = item.entries.get('name') ?? item.entries.get('key');
  const value = item.entries.get('value');
  if (name !== undefined && value !== undefined) return [[textOf(name), headerText(value)]];
  return inTable(item).headers;
}

function headerLine(line: string): readonly (readonly [string, string])[] {
  const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*([\s\S]*?)\s*$/.exec(line) ?? [];
  return name === '' ? [] : [[name, value]];
}

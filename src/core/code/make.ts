import { isOpen } from './scope.ts';
import {
  anonymous,
  fieldsOf,
  lowered,
  plainOf,
  Table,
  Thing,
  textOf,
  type Value,
} from './value.ts';

/** Makes a table of entries, each a list of name and value. */
export function tableOf(tag: string, entries: readonly Value[]): Table {
  const table = new Table(tag);
  for (const entry of entries) {
    if (!Array.isArray(entry)) continue;
    const [name, value] = entry;
    if (name !== undefined && value !== undefined) table.entries.set(textOf(name), value);
  }
  return table;
}

/** Writes a value as JSON; returns a value that the code does not show as it is. */
export function encodeJson(value: Value): Value {
  return isOpen(value) ? value : JSON.stringify(plainOf(value));
}

/**
 * The same object with its members as .NET names them in JSON for the web: `FlowId` becomes `flowId`. The keys of a
 * dictionary stay. https://learn.microsoft.com/dotnet/standard/serialization/system-text-json/customize-properties
 */
export function inCamelCase(value: Value): Value {
  const isAnonymous = value instanceof Table && value.tag === anonymous;
  const fields = isAnonymous ? value.entries : value instanceof Thing ? fieldsOf(value) : undefined;
  if (fields === undefined || fields.size === 0) return value;
  return new Table(
    '',
    [...fields].map(([name, it]) => [lowered(name), it] as const),
  );
}

/** Whether the settings of a serializer of .NET ask for camel case, or may, because the code does not show them. */
export function asksCamelCase(settings: Value | undefined, depth = 0): boolean {
  if (!(settings instanceof Thing) || depth > 3) return false;
  const { path, args, members } = settings;
  if (/Camel|\bWeb$/.test(path)) return true;
  if (isOpen(settings))
    return depth === 0 && !path.startsWith('Formatting.') && !path.endsWith('()');
  return [...args, ...members.values()].some((it) => asksCamelCase(it, depth + 1));
}

/** Writes a table as a form (`a=1&b=2`); returns every other value as it is. */
export function encodeForm(value: Value): Value {
  if (!(value instanceof Table)) return value;
  return (
    [...value.entries]
      // Go keeps a list for each name.
      .map(
        ([name, it]) => [name, Array.isArray(it) && it.length === 1 ? (it[0] ?? '') : it] as const,
      )
      .map(([name, it]) => `${escaped(name)}=${escaped(textOf(it))}`)
      .join('&')
  );
}

/** Encodes a text for a form, but keeps places left open readable. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/%7B%7B(.*?)%7D%7D/g, (_, inner: string) => {
    return `{{${decodeURIComponent(inner)}}}`;
  });
}

/** Fills values into a format: `%s`, `{}`, `{0}`, `{name}`. */
export function filledIn(
  [format, ...values]: readonly Value[],
  named: ReadonlyMap<string, Value> = new Map(),
): Value | undefined {
  if (typeof format !== 'string') return format;
  let next = 0;
  const put = (whole: string, value: Value | undefined) =>
    value === undefined ? whole : textOf(value);
  return format.replace(
    /%(?:\d+\$)?[-+0-9.]*[sdvqft]|%\((\w+)\)s|\{(\w*)(?::[^{}]*)?\}/g,
    (whole, byName: string | undefined, place: string | undefined) => {
      if (byName !== undefined) return put(whole, named.get(byName));
      if (place === undefined || place === '') {
        next += 1;
        return put(whole, values[next - 1]);
      }
      return put(whole, /^\d+$/.test(place) ? values[Number(place)] : named.get(place));
    },
  );
}

import { Table, Thing, type Value } from './value.ts';

/** JSON as a value that code can change. */
function valueOfJson(json: unknown, depth = 0): Value {
  if (depth > 60) return new Thing('…');
  if (Array.isArray(json)) return json.map((item) => valueOfJson(item, depth + 1));
  if (typeof json === 'object' && json !== null) {
    const entries = Object.entries(json);
    return new Table(
      '',
      entries.map(([name, it]) => [name, valueOfJson(it, depth + 1)] as const),
    );
  }
  return typeof json === 'string' || typeof json === 'number' || typeof json === 'boolean'
    ? json
    : null;
}

/** Parses a text of the code as JSON; undefined where it is none. */
export function parsedText(text: string): Value | undefined {
  try {
    return valueOfJson(JSON.parse(text));
  } catch {
    return undefined;
  }
}

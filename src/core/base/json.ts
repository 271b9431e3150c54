/**
 * How many lists and objects may lie in each other. Settings need about ten; Chrome itself reads no
 * policy deeper than 200 (`kAbsoluteMaxDepth` in base/json/json_common.h).
 */
const deepest = 100;

/** What a JSON text holds; undefined for what is no JSON. */
export function parseJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** JSON from outside. `jsonFault` says what is wrong with a text that is none. */
export type JsonReading = { ok: true; value: unknown } | { ok: false };

/**
 * Reads JSON from outside. What is deeper than anything that is meant is refused before it is read,
 * because code that walks through it would run out of stack.
 */
export function readJson(text: string): JsonReading {
  const parsed = placeTooDeep(text) === undefined ? parseJson(text) : undefined;
  return parsed ? { ok: true, ...parsed } : { ok: false };
}

/**
 * Where a text goes deeper than is read, as an offset; undefined where it does not. Counts brackets
 * outside of strings, without recursion, whether or not the text is JSON.
 */
export function placeTooDeep(text: string): number | undefined {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (isInString) {
      if (char === '\\') at += 1;
      else if (char === '"') isInString = false;
    } else if (char === '"') isInString = true;
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth > deepest) return at;
    } else if (char === '}' || char === ']') depth -= 1;
  }
  return undefined;
}

/** Whether a value is an object of JSON: neither a list nor null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The JSON of plain data. The same content gives the same text, in whatever order its objects have their keys. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part)
      ? Object.fromEntries(
          Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}

/** Whether plain data is deeper than is read. Goes level by level, without recursion. */
export function isTooDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= deepest; depth += 1) {
    level = level.flatMap((each) =>
      typeof each === 'object' && each !== null ? Object.values(each) : [],
    );
    if (level.length === 0) return false;
  }
  return true;
}

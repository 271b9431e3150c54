import { isObject } from '../base/json.ts';
import { z } from '../base/zod.ts';

/** A member that may be missing, or of another type than it should be. */
export function maybe<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

/** A text that may be missing, or no text. */
export const text = maybe(z.string());

/** A value that is shown as text: numbers and booleans in headers and variables. */
const shownText = z.pipe(
  z.union([z.string(), z.number(), z.boolean()]),
  z.transform((value) => String(value)),
);

const named = z.object({
  name: text,
  key: text,
  value: maybe(shownText),
  disabled: maybe(z.boolean()),
  enabled: maybe(z.boolean()),
});

/** Names and values as a list of objects (`name` or `key`), as an object, or as lines of text. */
export const pairs = maybe(
  z.union([
    z.pipe(
      z.array(named),
      z.transform((list): Pair[] =>
        list
          .filter(({ disabled, enabled }) => disabled !== true && enabled !== false)
          .flatMap(({ name, key, value }): Pair[] => {
            const known = name ?? key;
            return known === undefined ? [] : [[known, value ?? '']];
          }),
      ),
    ),
    z.pipe(
      z.record(z.string(), z.union([shownText, z.array(z.string())])),
      z.transform((map): Pair[] =>
        Object.entries(map).map(([name, value]) => [name, [value].flat().join(', ')]),
      ),
    ),
    z.pipe(
      z.string(),
      z.transform((lines): Pair[] =>
        lines.split(/\r?\n/).flatMap((line): Pair[] => {
          const [, name = '', value = ''] = /^\s*([\w-]+)\s*:\s*(.*)$/.exec(line) ?? [];
          return name === '' ? [] : [[name, value]];
        }),
      ),
    ),
  ]),
);

export type Pair = readonly [string, string];

/** JSON of a body that an export holds as an object; text as it is. */
export function bodyText(body: unknown): string | undefined {
  if (body === undefined || body === null) return undefined;
  return typeof body === 'string' ? body : JSON.stringify(body);
}

/** A form's fields as they are sent. */
export function formText(fields: readonly Pair[]): string {
  return fields.map(([name, value]) => `${name}=${value}`).join('&');
}

export function hasHeader(headers: readonly Pair[], name: string): boolean {
  return headers.some(([its]) => its.toLowerCase() === name);
}

/** The headers of an answer by their names, which are in lower case from here on. */
export function headersByName(headers: readonly Pair[] = []): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

/** Headers with the content type that a tool adds by itself, unless they name one. */
export function withType(headers: readonly Pair[], type = 'application/json'): Pair[] {
  return hasHeader(headers, 'content-type') ? [...headers] : [...headers, ['Content-Type', type]];
}

const mostVisited = 20_000;

/** Every object within a value that is found to be something, outer ones first; at most a hundred. */
export function findAll<Found>(
  value: unknown,
  read: (object: Readonly<Record<string, unknown>>) => Found | undefined,
): Found[] {
  return findWithin(value, 100, (it) => (isObject(it) ? read(it) : undefined));
}

/**
 * What is found in a value of JSON and in all that is within it, outer values first. Nothing is looked for within what
 * is found, nor behind the first 20,000 values.
 *
 * @param most so many are found at most
 */
export function findWithin<Found>(
  value: unknown,
  most: number,
  read: (value: unknown) => Found | undefined,
): Found[] {
  const found: Found[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && at < mostVisited && found.length < most; at += 1) {
    const it = queue[at];
    const own = read(it);
    if (own !== undefined) found.push(own);
    else if (typeof it === 'object' && it !== null) {
      queue.push(...Object.values(it).slice(0, mostVisited));
    }
  }
  return found;
}

/** How much longer the values of variables make a text at most: an address or a token is far shorter. */
const mostFilledIn = 10_000;

/** A text with the values that an export gives its variables; the others stay open. */
export function withVariables(
  text: string,
  place: RegExp,
  variables: ReadonlyMap<string, string>,
): string {
  let filledIn = 0;
  return text.replace(place, (whole, name: string) => {
    const value = variables.get(name.trim());
    filledIn += value?.length ?? 0;
    return value === undefined || filledIn > mostFilledIn ? whole : value;
  });
}

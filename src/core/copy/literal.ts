/** How a language writes values down. */
export interface Notation {
  /** `true`, `false`, `null`. */
  readonly words: readonly [yes: string, no: string, nothing: string];
  /** An object, from its entries as they are written. */
  readonly object: (entries: readonly string[], pad: string) => string;
  readonly entry: (key: string, value: string) => string;
  readonly list: (items: readonly string[]) => string;
}

const block = (open: string, close: string) => (entries: readonly string[], pad: string) =>
  entries.length === 0
    ? `${open}${close}`
    : `${open}\n${entries.map((it) => `${pad}  ${it},`).join('\n')}\n${pad}${close}`;

const inBrackets = (items: readonly string[]) => `[${items.join(', ')}]`;

/** Strings are written as in JSON, which all of these languages read: https://www.rfc-editor.org/rfc/rfc8259#section-7 */
export const javaScript: Notation = {
  words: ['true', 'false', 'null'],
  object: block('{', '}'),
  entry: (key, value) => `${/^[A-Za-z_]\w*$/.test(key) ? key : JSON.stringify(key)}: ${value}`,
  list: inBrackets,
};

export const python: Notation = {
  words: ['True', 'False', 'None'],
  object: block('{', '}'),
  entry: (key, value) => `${JSON.stringify(key)}: ${value}`,
  list: inBrackets,
};

export const go: Notation = {
  words: ['true', 'false', 'nil'],
  object: (entries, pad) => block('map[string]interface{}{', '}')(entries, pad),
  entry: (key, value) => `${JSON.stringify(key)}: ${value}`,
  list: (items) => `[]interface{}{${items.join(', ')}}`,
};

/**
 * A value of JSON as a language writes it, objects over several lines.
 *
 * @param pad what stands before each line
 */
export function written(value: unknown, notation: Notation, pad = ''): string {
  const { words, object, entry, list } = notation;
  if (value === true) return words[0];
  if (value === false) return words[1];
  if (value === null || value === undefined) return words[2];
  if (Array.isArray(value)) return list(value.map((it) => written(it, notation, pad)));
  if (typeof value !== 'object') return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, it]) =>
    entry(key, written(it, notation, `${pad}  `)),
  );
  return object(entries, pad);
}

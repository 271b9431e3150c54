const token = /[\s,]+|;[^\n]*|"(?:[^"\\]|\\.)*"|#?\{|[([\])}]|[^\s,;"()[\]{}]+/g;

const closers: Readonly<Record<string, string>> = { '{': '}', '#{': '}', '(': ')', '[': ']' };
const deepest = 40;

/**
 * Reads the maps in code of Clojure as objects of JSON, inner ones before those around them. Keywords become their
 * names, and everything that is no literal a place left open: `{{name}}`. https://github.com/edn-format/edn
 */
export function mapsOfClojure(code: string): Record<string, unknown>[] {
  const tokens = [...code.matchAll(token)].map(([it]) => it).filter((it) => !/^[\s,;]/.test(it));
  const maps: Record<string, unknown>[] = [];
  let at = 0;

  const list = (close: string, depth: number): unknown[] => {
    const items: unknown[] = [];
    while (at < tokens.length && tokens[at] !== close) items.push(value(depth));
    at += 1;
    return items;
  };

  const value = (depth: number): unknown => {
    const it = tokens[at] ?? '';
    at += 1;
    const close = closers[it];
    if (close === undefined) return plain(it);
    if (depth > deepest) return '{{…}}';
    const items = list(close, depth + 1);
    if (it === '(') return `{{${String(items[0] ?? '').replace(/[{}]/g, '')}}}`;
    if (it !== '{') return items;
    const entries = items.flatMap((name, place): [string, unknown][] =>
      place % 2 === 0 ? [[String(name).replace(/[{}]/g, ''), items[place + 1]]] : [],
    );
    const map = Object.fromEntries(entries);
    maps.push(map);
    return map;
  };

  while (at < tokens.length) value(0);
  return maps;
}

function plain(it: string): unknown {
  if (it.startsWith('"')) return it.slice(1, -1).replace(/\\(.)/g, '$1');
  if (it.startsWith(':')) return it.slice(1);
  if (/^-?\d+(?:\.\d+)?$/.test(it)) return Number(it);
  if (it === 'true' || it === 'false') return it === 'true';
  return it === 'nil' ? null : `{{${it}}}`;
}

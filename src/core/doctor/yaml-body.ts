const line = /^( *)(?:"([^"\n]{1,200})"|'([^'\n]{1,200})'|([\w.$-]{1,200})):(?:[ \t]+(\S.*))?$/s;

/**
 * A body that was written as YAML where JSON belongs: names and values by lines, objects by their
 * indentation. `undefined` for every other text; lists and long texts are not read.
 */
export function yamlFields(text: string): Record<string, unknown> | undefined {
  const root: Record<string, unknown> = {};
  const open: { indent: number; object: Record<string, unknown> }[] = [
    { indent: -1, object: root },
  ];
  for (const written of text.split('\n').map((it) => it.trimEnd())) {
    if (/^\s*(?:#.*)?$|^---\s*$/.test(written)) continue;
    const [, spaces, double, single, bare, value] = line.exec(written) ?? [];
    const name = double ?? single ?? bare;
    if (spaces === undefined || name === undefined || name === '__proto__') return undefined;
    while ((open.at(-1)?.indent ?? -1) >= spaces.length) open.pop();
    const parent = open.at(-1)?.object ?? root;
    const inner: Record<string, unknown> = {};
    parent[name] = value === undefined ? inner : scalar(value);
    if (value === undefined) open.push({ indent: spaces.length, object: inner });
  }
  return Object.keys(root).length > 1 || Object.values(root).some((it) => typeof it === 'object')
    ? root
    : undefined;
}

function scalar(written: string): unknown {
  const [, , quoted] = /^(["'])(.*)\1$/.exec(written) ?? [];
  if (quoted !== undefined) return quoted;
  if (/^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/.test(written)) return Number(written);
  if (written === 'true' || written === 'false') return written === 'true';
  return written === 'null' || written === '~' ? null : written;
}

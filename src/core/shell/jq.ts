import { isObject } from '../base/json.ts';
import { readLiteral } from '../request/literal.ts';

const valued = new Set(['--arg', '--argjson', '--rawfile', '--slurpfile']);

/**
 * What `jq -n` writes where its program is an object: its variables (`--arg NAME VALUE`) put in, all
 * else left open. `undefined` for every other program. https://jqlang.org/manual/#object-construction
 */
export function jqOutput([, ...words]: readonly string[]): string | undefined {
  const known = new Map<string, string>();
  let program: string | undefined;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (valued.has(word)) {
      const [name = '', value = ''] = words.slice(at + 1, at + 3);
      if (word === '--arg') known.set(name, JSON.stringify(value));
      if (word === '--argjson') known.set(name, value);
      at += 2;
    } else if (/^\s*\{/.test(word)) program ??= word;
  }
  if (program === undefined) return undefined;
  const filled = program.replace(
    /"(?:[^"\\]|\\.)*"|\$(?:ENV\.)?(\w+)|\benv\.(\w+)/g,
    (whole, name?: string, variable?: string) => {
      const open = name ?? variable;
      if (open === undefined) return whole;
      return known.get(open) ?? JSON.stringify(`$${open}`);
    },
  );
  const read = readLiteral(filled);
  return read.ok && isObject(read.value.value) ? JSON.stringify(read.value.value) : undefined;
}

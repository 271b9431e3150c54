import { textOf } from './dom.ts';
import type { Reading } from './reading.ts';

const deepest = 12;
const mostValues = 150;
const longest = 300;

type Leaf = readonly [name: string, value: string];

/** Reads JSON-LD: every value with the types and keys that lead to it, as in `Person.contactPoint.telephone`. */
export function readJson(reading: Reading, roots: readonly Node[]): void {
  reading.eachElement(roots, ['script[type="application/ld+json"]'], (script) => {
    const leaves: Leaf[] = [];
    collect(parse(textOf(script) ?? ''), '', 0, leaves);
    for (const [name, value] of leaves) {
      if (value.length < longest) reading.tell('json-ld', value, { name });
    }
  });
}

/** Parses JSON as pages write it: with comments, line breaks in texts and commas too many. Throws where it cannot. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const strings = /"(?:[^"\\]|\\.)*"/gs;
    const kept: string[] = [];
    const bare = text
      .replace(/^\s*(?:<!--|\/[/*]\s*<!\[CDATA\[)|(?:-->|\/[/*]\s*\]\]>)\s*$/g, '')
      .replace(/^\s*\/\/[^\n]*$/gm, '')
      .replace(strings, (string) => `\ue000${kept.push(string.replace(/\s/g, ' ')) - 1} `)
      .replace(/<!--.*?-->|\/\*.*?\*\/|\/\/[^\n]*/gs, '')
      .replace(/,(?=\s*[}\]])|;\s*$/g, '');
    return JSON.parse(bare.replace(/\ue000(\d+) /g, (_, place) => kept[Number(place)] ?? ''));
  }
}

function collect(at: unknown, name: string, depth: number, leaves: Leaf[]): void {
  if (depth > deepest || leaves.length >= mostValues || at === null || at === '') return;
  if (Array.isArray(at)) {
    for (const item of at) collect(item, name, depth + 1, leaves);
  } else if (typeof at !== 'object') {
    leaves.push([name, String(at)]);
  } else {
    const entries = Object.entries(at);
    const type = entries.find(([key]) => key === '@type')?.[1];
    const here = typeof type !== 'string' ? name : name ? `${name}:${type}` : type;
    for (const [key, value] of entries) {
      if (key === '@graph') collect(value, '', depth + 1, leaves);
      else if (!/^@(type|context)$/.test(key)) collect(value, `${here}.${key}`, depth + 1, leaves);
    }
  }
}

import { type PatternParts, patternParts } from '../settings/site-match.ts';

/** Whether some address matches both patterns. */
export function overlap(one: string, other: string): boolean {
  if (one === '<all_urls>' || other === '<all_urls>') return true;
  const [a, b] = [patternParts(one), patternParts(other)];
  if (a === undefined || b === undefined) return false;
  return (
    (a.scheme === b.scheme || isAnyWeb(a, b) || isAnyWeb(b, a)) &&
    (hostCovers(a.host, b.host) || hostCovers(b.host, a.host)) &&
    (a.port === undefined || b.port === undefined || a.port === b.port) &&
    globsMeet(a.path, b.path)
  );
}

/** Whether every address that matches a pattern also matches the wider one. */
export function covers(wider: string, pattern: string): boolean {
  if (wider === '<all_urls>') return true;
  const [a, b] = [patternParts(wider), patternParts(pattern)];
  if (a === undefined || b === undefined) return false;
  return (
    (a.scheme === b.scheme || isAnyWeb(a, b)) &&
    hostCovers(a.host, b.host) &&
    (a.port === undefined || a.port === b.port) &&
    globCovers(a.path, b.path)
  );
}

function isAnyWeb(any: PatternParts, { scheme }: PatternParts): boolean {
  return any.scheme === '*' && /^https?$/.test(scheme);
}

function hostCovers(wider: string, host: string): boolean {
  if (wider === '*') return true;
  if (!wider.startsWith('*.')) return wider === host;
  const name = host.replace(/^\*\./, '');
  return host !== '*' && (name === wider.slice(2) || name.endsWith(wider.slice(1)));
}

/** In characters. Comparing longer paths takes too long; the answer for them is the one that reports nothing. */
const longestCompared = 300;

/** Whether some text matches both of two patterns in which `*` stands for anything. */
function globsMeet(one: string, other: string): boolean {
  if (one.length > longestCompared || other.length > longestCompared) return true;
  return table(one, other, (a, b, reaches) =>
    a === '*' || b === '*'
      ? reaches.withoutOne() || reaches.withoutOther()
      : a !== '' && a === b && reaches.withoutBoth(),
  );
}

/** Whether every text that matches `path` also matches `wider`; only a `*` can match a `*`. */
function globCovers(wider: string, path: string): boolean {
  if (wider.length > longestCompared || path.length > longestCompared) return false;
  return table(wider, path, (a, b, reaches) => {
    if (a === '*') return reaches.withoutOne() || (b !== '' && reaches.withoutOther());
    return a !== '' && a === b && reaches.withoutBoth();
  });
}

interface Reaches {
  withoutOne(): boolean;
  withoutOther(): boolean;
  withoutBoth(): boolean;
}

/** Compares two texts from their ends, each pair of places once; `fits` decides a pair by what lies behind it. */
function table(
  one: string,
  other: string,
  fits: (a: string, b: string, reaches: Reaches) => boolean,
): boolean {
  const width = other.length + 1;
  const known = new Uint8Array((one.length + 1) * width);
  const at = (i: number, j: number) =>
    i <= one.length && j <= other.length && known[i * width + j] === 1;
  for (let i = one.length; i >= 0; i -= 1) {
    for (let j = other.length; j >= 0; j -= 1) {
      const isEnd = i === one.length && j === other.length;
      const reaches: Reaches = {
        withoutOne: () => at(i + 1, j),
        withoutOther: () => at(i, j + 1),
        withoutBoth: () => at(i + 1, j + 1),
      };
      const does = isEnd || fits(one[i] ?? '', other[j] ?? '', reaches);
      known[i * width + j] = does ? 1 : 0;
    }
  }
  return known[0] === 1;
}

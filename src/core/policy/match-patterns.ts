import { type PatternParts, patternParts } from '../settings/site-match.ts';

/** Whether a page could have an address that both patterns mean. */
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

/** Whether every address that a pattern means is also one of the wider pattern's. */
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

/** Longer paths are taken to meet: comparing them would cost too much, and a mistake here only keeps silent. */
const longestCompared = 300;

/** Whether a text fits both of two patterns in which `*` stands for anything. */
function globsMeet(one: string, other: string): boolean {
  if (one.length > longestCompared || other.length > longestCompared) return true;
  return table(one, other, (a, b, reaches) =>
    a === '*' || b === '*'
      ? reaches.withoutOne() || reaches.withoutOther()
      : a !== '' && a === b && reaches.withoutBoth(),
  );
}

/** Whether the wider pattern takes everything that the other one does: a `*` there only by one of its own. */
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

/** Compares two texts from their ends, each pair of places once. */
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

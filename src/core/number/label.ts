import {
  beginnings,
  endings,
  type LabelSense,
  numberEndings,
  strangers,
  unspacedWords,
  type WordSense,
  wholeWords,
} from './label-words.ts';

export type { LabelSense } from './label-words.ts';

/** No label is longer; of a longer text its end counts, which stands nearest to the number. */
const longest = 90;

/** A label has few words; a sentence has more. */
const mostWords = 3;

/** Where a label turns to something else. */
const border = /[;|•\n,]|(?<=\p{L}{5})\.\s|\)\s|\s[-–—]\s/u;

/**
 * What a label says of the number that it stands before. Words are read whole. The words nearest to
 * the number decide where two disagree: "Order 12: phone" is a phone.
 */
export function senseOf(label: string): LabelSense {
  const known = senses.get(label);
  if (known !== undefined) return known;
  const sense = readLabel(fold(lastWords(label)));
  if (senses.size > 2000) senses.clear();
  senses.set(label, sense);
  return sense;
}

/** Pages say the same few labels over and over. */
const senses = new Map<string, LabelSense>();

function lastWords(label: string): string {
  if (label.length <= longest) return label;
  return label.slice(-longest).replace(/^[\p{L}\p{M}\d]+/u, '');
}

function readLabel(label: string): LabelSense {
  const short = letterSense(label);
  if (short) return short;
  for (const part of label.split(border).reverse()) {
    const sense = readPart(part);
    if (sense !== 'none') return sense;
  }
  return 'none';
}

interface Found {
  sense: WordSense;
  at: number;
}

function readPart(part: string): LabelSense {
  const found = [...spaced(part), ...unspaced(part)].sort((a, b) => a.at - b.at);
  const isShort = part.trim().split(/\s+/).length <= mostWords;
  const isCalling = found.some(({ sense }) => sense === 'phone' || sense === 'mobile');
  const named = found.filter(({ sense }) =>
    // On its own a word such as "Sales" says something as a label, nothing within a sentence.
    /^(?:company|own|related)$/.test(sense)
      ? isShort || isCalling
      : sense !== 'generic' && sense !== 'filler',
  );
  const last = named.at(-1);
  if (!last) return 'none';
  const has = (sense: WordSense) => named.some((one) => one.sense === sense);
  switch (last.sense) {
    case 'owner':
      // A customer's number, if anything numbers it: "Customer: Ann" says nothing of what follows.
      return found.some(({ sense, at }) => sense === 'generic' && at > last.at) ? 'id' : 'none';
    case 'company':
    case 'related':
      return found.some(({ sense, at }) => sense === 'generic' && at > last.at) ? 'id' : last.sense;
    case 'other':
      // "Tel./Fax": one number for both. "Phone (not fax)".
      return /(?:tel|phone|fon|telefo\w*)[^\p{L}]{0,3}(?:&|\/|\+|und |and |et |y |e )?[^\p{L}]{0,2}(?:tele)?fa[xk]\w*\W*$/u.test(
        part,
      )
        ? 'phone'
        : 'other';
    case 'id':
      return 'id';
    case 'phone':
    case 'mobile': {
      if (has('related')) return 'related';
      if (has('own')) return 'own';
      if (has('other') && /\b(?:old|former|previous|alt\w?|ancien\w*|antigu?o)\b/u.test(part))
        return 'other';
      if (has('company') && !has('mobile')) return 'company';
      return has('mobile') ? 'mobile' : 'phone';
    }
    default:
      return last.sense === 'generic' || last.sense === 'filler' ? 'none' : last.sense;
  }
}

function* spaced(part: string): Generator<Found> {
  const words = [...part.matchAll(/[\p{L}\p{M}°º]+/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));
  for (let place = 0; place < words.length; place += 1) {
    const at = words[place]?.index ?? 0;
    for (const length of [3, 2, 1]) {
      const joined = words.slice(place, place + length);
      if (joined.length < length) continue;
      const sense = wordSense(joined.map(({ word }) => word).join('_'));
      if (!sense) continue;
      yield { sense, at };
      place += length - 1;
      break;
    }
  }
}

function* unspaced(part: string): Generator<Found> {
  if (
    !/[\u0e00-\u0e7f\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(part)
  )
    return;
  for (const [sense, shape] of shapes) {
    for (const { index } of part.matchAll(shape)) yield { sense, at: index };
  }
}

const shapes = Object.entries(unspacedWords).map(
  ([sense, words]) => [sense as WordSense, RegExp(fold(words), 'gu')] as const,
);

/** A single letter as the whole label, or right before the number behind a border of its own. */
function letterSense(label: string): LabelSense | undefined {
  const whole = /^\s*([a-zτ])\s*[.:]?\s*$/u.exec(label)?.[1];
  const last = /(?:^|[\s|,;·•(/])([a-z])\s?[.:]\s*$/u.exec(label)?.[1];
  switch (whole ?? last) {
    case 'm':
    case 'c':
      return 'mobile';
    case 't':
    case 'p':
    case 'd':
    case 'τ':
      return 'phone';
    case 'f':
      return 'other';
    default:
      return undefined;
  }
}

const known = new Map<string, WordSense>(
  Object.entries(wholeWords).flatMap(([sense, words]) =>
    words.split(/\s+/).map((word) => [fold(word), sense as WordSense] as const),
  ),
);

const read = new Map<string, WordSense | null>();

function wordSense(word: string): WordSense | undefined {
  const before = read.get(word);
  if (before !== undefined) return before ?? undefined;
  const sense = strangers.has(word) ? undefined : (known.get(word) ?? compoundSense(word));
  if (read.size > 5000) read.clear();
  read.set(word, sense ?? null);
  return sense;
}

function compoundSense(word: string): WordSense | undefined {
  if (word.includes('_') || word.length < 5) return undefined;
  const known = endings.find(([end]) => word.endsWith(end))?.[1];
  if (known) return known;
  const counter = numberEndings.find((end) => word.endsWith(end) && word.length > end.length + 2);
  if (!counter) return beginnings.find(([start]) => word.startsWith(start))?.[1];
  const stem = word.slice(0, -counter.length);
  const sense = wordSense(stem) ?? wordSense(stem.replace(/(?:s|en|n)$/, ''));
  // A firm's or a customer's number is the one that it is registered by.
  return sense && /^(?:mobile|phone|own|other)$/.test(sense) ? sense : 'id';
}

/** Letters that are no other letter with an accent. */
const bases: Readonly<Record<string, string>> = {
  đ: 'd',
  ł: 'l',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
};

/** Lower case without accents; words that are joined as in `customerPhone` apart. */
function fold(text: string): string {
  return text
    .replace(/(\p{Ll}{2})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đłøßæœıð]/g, (letter) => bases[letter] ?? letter)
    .normalize('NFC');
}

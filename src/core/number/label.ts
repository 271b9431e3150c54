import { foldWords } from './fold.ts';
import {
  beginnings,
  endings,
  former,
  hasTelephone,
  isPhoneSense,
  type LabelSense,
  localWords,
  numberEndings,
  placeWords,
  unrelatedWords,
  unspacedWords,
  type WordSense,
  wholeWords,
} from './label-words.ts';

export type { LabelSense } from './label-words.ts';

/** No label is longer; only the end of a longer text counts, which stands nearest to the number. */
const longest = 90;

/** A label has few words; a sentence has more. */
const mostWords = 3;

/** What divides a label into parts, each about one thing. */
const border = /[;|•\n,]|(?<=\p{L}{5})\.\s|\)\s|\s[-–—]\s/u;

/** How a part begins that speaks of something else than the part before it. */
const contrast =
  /^\s*(?:but|rather|sondern|mais|sino|pero|mas|ma|maar|men|utan|ale|lecz|но|а)(?!\p{L})/iu;

/**
 * What a label says about the number behind it. Where two words disagree, the one nearest to the number decides:
 * "Order 12: phone" is a phone.
 *
 * @param country the page's (ISO 3166): a few words have another sense there than elsewhere
 */
export function senseOf(label: string, country = ''): LabelSense {
  const key = `${country} ${label}`;
  const known = senses.get(key);
  if (known !== undefined) return known;
  const words = foldWords(lastWords(label).replace(addresses, ' '));
  const sense = readLabel(words, localWords[country] ?? {});
  if (senses.size > 2000) senses.clear();
  senses.set(key, sense);
  return sense;
}

/** Addresses of mail and of the web: the words in info@company.example label nothing. */
const addresses = /\S*@\S+|(?:https?:\/\/|www\.)\S+/g;

/** Labels read before: pages repeat the same few over and over. */
const senses = new Map<string, LabelSense>();

function lastWords(label: string): string {
  if (label.length <= longest) return label;
  return label.slice(-longest).replace(/^[\p{L}\p{M}\d]+/u, '');
}

/** The words that have another sense in the page's country than elsewhere. */
type Local = Readonly<Record<string, WordSense>>;

function readLabel(label: string, local: Local): LabelSense {
  const short = letterSense(label);
  if (short) return short;
  const parts = label.split(border);
  for (const part of parts.toReversed()) {
    const sense = readPart(part, local);
    // A sentence that has ended labels nothing: "prior to session. 313-224-4950".
    const hasEnded = part !== parts.at(-1) && part.trim().split(/\s+/).length > mostWords * 2;
    if (sense !== 'none' && !(sense === 'id' && hasEnded)) return sense;
    // The parts before a contrast are about something else: "is no number, but".
    if (contrast.test(part)) return 'none';
  }
  return 'none';
}

interface Found {
  sense: WordSense | 'unknown';
  word?: string;
  at: number;
}

function readPart(part: string, local: Local): LabelSense {
  const words = [...spaced(part, local), ...unspaced(part)].sort((a, b) => a.at - b.at);
  // Where the last words number something else, it is no telephone: "telephone survey no."
  if (/^(?:generic|unknown)$/.test(words.at(-1)?.sense ?? '') && numbersUnknownThing(words))
    return 'numbered';
  const found = words.filter((one): one is Known => one.sense !== 'unknown');
  // A name behind a colon does not make a label a sentence: "Emergency contact: Bob Example".
  const head = part.replace(/:.*$/su, '');
  const isShort = head.trim().split(/\s+/).length <= mostWords;
  const isCalling = found.some(
    ({ sense, word = '' }) => isPhoneSense(sense) && !placeWords.has(word),
  );
  const named = found.filter(({ sense, word = '' }) =>
    // "Sales" or "Office" alone say something as a label, but nothing within a sentence.
    /^(?:company|own|related)$/.test(sense) || placeWords.has(word)
      ? isShort || isCalling || /^of_|_us$/.test(word)
      : sense !== 'generic' && sense !== 'filler',
  );
  const last = named.at(-1);
  if (!last) return 'none';
  const has = (sense: WordSense) => named.some((one) => one.sense === sense);
  switch (last.sense) {
    case 'owner':
      // "Customer no." announces an ID; "Customer: Ann" says nothing about what follows; "Telefono cliente" does.
      if (isNumbered(found, last)) return 'id';
      if (!isShort || !isCalling || has('related')) return 'none';
      return has('mobile') ? 'mobile' : 'phone';
    case 'company':
    case 'related':
      return isNumbered(found, last) && !hasTelephone.test(last.word ?? '') ? 'id' : last.sense;
    case 'other':
      // "Tel./Fax": one number for both. "Phone (not fax)".
      return /(?:tel|phone|fon|telefo\w*)[^\p{L}]{0,3}(?:&|\/|\+|und |and |et |y |e )?[^\p{L}]{0,2}(?:tele)?fa[xk]\w*\W*$/u.test(
        part,
      )
        ? 'phone'
        : 'other';
    case 'id':
      return 'id';
    case 'number':
      return /^(?:id|owner)$/.test(named.at(-2)?.sense ?? '') ? 'id' : 'phone';
    case 'phone':
    case 'mobile': {
      if (has('related')) return 'related';
      if (has('own')) return 'own';
      if (has('other') && former.test(part)) return 'other';
      if (has('company') && !has('mobile')) return 'company';
      return has('mobile') ? 'mobile' : 'phone';
    }
    default:
      return last.sense === 'generic' || last.sense === 'filler' ? 'none' : last.sense;
  }
}

interface Known extends Found {
  sense: WordSense;
}

function isNumbered(found: readonly Found[], { at }: Found): boolean {
  return found.some((one) => one.sense === 'generic' && one.at > at);
}

/** Whether the words number something that the lists do not know: "Survey no.", "Nr referencyjny". */
function numbersUnknownThing(words: readonly Found[]): boolean {
  const place = words.findLastIndex(({ sense }) => sense !== 'generic');
  const isBehind = words[0]?.sense === 'generic' && words.slice(1).every(isUnknown);
  if (place === words.length - 1) return isBehind && words.length > 1 && words.length < 4;
  return isUnknown(words[place]);
}

function isUnknown(word: Found | undefined): boolean {
  return word?.sense === 'unknown';
}

export function* spaced(part: string, local: Local): Generator<Found> {
  const words = [...part.matchAll(/[\p{L}\p{M}°º]+/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));
  for (let place = 0; place < words.length; place += 1) {
    const at = words[place]?.index ?? 0;
    for (const length of [3, 2, 1]) {
      const joined = words.slice(place, place + length);
      if (joined.length < length) continue;
      const word = joined.map((one) => one.word).join('_');
      const isWord = length === 1 && word.length > 3;
      const sense = local[word] ?? wordSense(word) ?? (isWord ? 'unknown' : undefined);
      if (!sense) continue;
      yield { sense, at, word };
      place += length - 1;
      break;
    }
  }
}

function* unspaced(part: string): Generator<Found> {
  if (
    !/[\u2600-\u27bf\ud83d\u0e00-\u0e7f\u0900-\u097f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(
      part,
    )
  )
    return;
  for (const [sense, shape] of shapes) {
    for (const { index } of part.matchAll(shape)) yield { sense, at: index };
  }
}

const shapes = Object.entries(unspacedWords).map(
  ([sense, words]) => [sense as WordSense, RegExp(foldWords(words), 'gu')] as const,
);

/** A single letter as the whole label, or right before the number behind a border of its own. */
function letterSense(label: string): LabelSense | undefined {
  const whole = /^(?:.*[|;·•])?\s*([a-zτ])\s*[.:]?\s*$/u.exec(label)?.[1];
  const last = /(?:^|[\s|,;·•(/])([a-z])\s?[.:]\s*$/u.exec(label)?.[1];
  // "H:" for home, "W:" and "O:" for work, only with a colon: without one they mean too much else.
  if (/(?:^|[\s|,;·•(/])[hwo]\s?:\s*$/u.test(label)) return 'phone';
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
    foldWords(words)
      .split(/\s+/)
      .map((word) => [word, sense as WordSense] as const),
  ),
);

/** Words read before; null where a word has no sense. */
const read = new Map<string, WordSense | null>();

export function wordSense(word: string): WordSense | undefined {
  const before = read.get(word);
  if (before !== undefined) return before ?? undefined;
  const sense = unrelatedWords.has(word) ? undefined : (known.get(word) ?? compoundSense(word));
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
  // The number of a firm or a customer is the one in a register: "Kundennummer".
  return sense && /^(?:mobile|phone|own|other)$/.test(sense) ? sense : 'id';
}

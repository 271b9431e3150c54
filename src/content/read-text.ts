import type { Place } from '../core/page/snapshot.ts';
import { boxOf, isVisible, parentOf, textOf, walk } from './dom.ts';
import { labelOf } from './label.ts';
import type { PlaceOf } from './place.ts';
import type { Reading } from './reading.ts';
import { blockOf, isUnseen, textWithin } from './text-within.ts';

const longest = 4000;
/** More pieces of text that may hold a number than are told, so that the nearest can be chosen. */
const mostPieces = 300;
const mostTold = 80;
/** Fewer elements are read as they come; of more, those in view come first. */
const small = 2000;
const textsInView = 2000;

const sign = /[\p{Nd}@]/u;
const digits =
  /(?:[\p{Nd}][\s().\-‐-―−－ー（）/\u200b-\u200f\u202a-\u202e\u2060-\u2069]*){6}|\d{3}[-. )]{1,2}[A-Z]{3}|@/u;
/** A part of a number, the rest of which stands in elements beside it. */
const part = /^[\s\d().+\-/]*\d[\s().+\-/]*$/;
const numberLike =
  /(?:[+(＋（]\s?)?[\p{Nd}](?:[\p{Nd}\s().\-‐-―−－ー（）/A-Z\u200b-\u200f\u202a-\u202e\u2060-\u2069]){4,28}[\p{Nd}A-Z]|[^\s@<>]{1,64}@[^\s@<>]{1,64}\.\w/gu;

interface Piece {
  block: Element;
  text: string;
}

/** Pieces by the element that holds them, or by the text where that holds far more. */
type Pieces = Map<Node, Piece | undefined>;

/** Reads visible text that may hold a number or an email address, the nearest first. */
export function readText(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  const pieces: Pieces = new Map();
  const { elements } = reading;
  const isLarge = roots.includes(document) && elements.length > small;
  const inView = isLarge ? elements[firstInView(elements)] : undefined;
  if (inView) {
    const isBelow = (node: Node) => boxOf(parentOf(node) ?? inView).top > innerHeight;
    find(reading, pieces, document, inView, (node, seen) => seen > textsInView || isBelow(node));
  }
  for (const root of roots) find(reading, pieces, root, root, () => reading.isLate());

  const placed: (Piece & { place: Place })[] = [];
  reading.each(pieces.values(), (piece) => {
    if (piece && isVisible(piece.block)) placed.push({ ...piece, place: placeOf(piece.block) });
  });
  const order = ['selection', 'focus', 'viewport', 'main', 'rest'];
  const nearest = order.flatMap((place) => placed.filter((piece) => piece.place === place));
  if (nearest.length > mostTold) reading.complete = false;
  reading.each(nearest.slice(0, mostTold), (piece) => tell(reading, piece));
}

/** Further down in the document is, mostly, further down on the page. */
function firstInView(elements: ArrayLike<Element>): number {
  let low = 0;
  for (let high = elements.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (boxOf(elements[middle] as Element).bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function find(
  reading: Reading,
  pieces: Pieces,
  root: Node,
  from: Node,
  isEnough: (node: Node, seen: number) => boolean,
): void {
  const walker = walk(root, NodeFilter.SHOW_TEXT);
  walker.currentNode = from;
  for (let node = walker.nextNode(), seen = 1; node; node = walker.nextNode(), seen += 1) {
    if (seen % 64 === 0 && isEnough(node, seen)) return;
    const { data } = node as Text;
    if (!sign.test(data) || !(digits.test(data) || part.test(data))) continue;
    const block = blockOf(node);
    if (!block || pieces.has(block) || pieces.has(node)) continue;
    if (pieces.size >= mostPieces) {
      reading.complete = false;
      return;
    }
    const whole = textOf(block) ?? '';
    const isWhole = whole.length < longest;
    const text = isWhole ? whole : data.slice(0, longest * 4);
    const isOne = digits.test(text) && !isUnseen(block);
    pieces.set(isWhole ? block : node, isOne ? { block, text } : undefined);
  }
}

/** Tells the surroundings of everything that looks like a number, cut where no number is cut. */
function tell(reading: Reading, { block, text: raw, place }: Piece & { place: Place }): void {
  const text = textOf(block) === raw ? textWithin(block, longest) : raw;
  const label = labelOf(block);
  const found = [...text.matchAll(numberLike)];
  if (found.length > 0 && text.length < 400) {
    reading.tell('text', text, { label, place });
    return;
  }
  for (const { index, 0: number } of found) {
    const end = index + number.length;
    const before = /[^\n\d]{0,60}$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    const after = /^[^\n\d+(]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
    reading.tell('text', before + number + after, { label, place });
  }
}

import { boxOf, isTransparent, parentOf, textOf, walk } from './dom.ts';
import { aroundOf, type PlaceOf, type Where } from './place.ts';
import type { Reading } from './reading.ts';
import { isSeen } from './seen.ts';
import { blockOf, isUnseen, numbersWithin, textWithin } from './text-within.ts';

const longest = 4000;
/** The reader collects more pieces of text than it may tell, so that it can choose the nearest. */
const mostPieces = 300;
const mostTold = 120;
const textsInView = 2000;

const sixOf = (digit: string) =>
  `(?:${digit}[\\s().\\-‐-―−－ー（）/\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069]*){6}|\\d{3}[-. )]{1,2}[A-Z]{3}|@`;
const digits = RegExp(sixOf('\\p{Nd}'), 'u');
/** The same, and a few more texts, in a tenth of the time: for every text of a page. */
const quick = RegExp(sixOf('[\\d\\u0660-\\uffff]'));
/** A part of a number whose other parts stand in the elements beside it. */
const part = /^[\s\d().+\-/]*\d[\s().+\-/]*$/;
/** What hardly anything but a telephone number has. The reader collects all such pieces and tells them first. */
const telling =
  /\+\s?\d|\(\s?0?\d{2,4}\s?\)|(?<!\d)0\d{1,4}[ /-]\d|\d{3}[-. ]\d{3}[-. ]\d{4}|tel|fon|phone|mob|cell|call|@|電話|电话|тел|هاتف/i;

interface Piece {
  block: Element;
  text: string;
  isTelling: boolean;
}

type PlacedPiece = Piece & { where: Where };

/**
 * Pieces by the block that they are the text of, or by their text node where the block holds far more. Undefined for a
 * block that the reader has looked at and leaves out.
 */
type Pieces = Map<Node, Piece | undefined>;

/** Reads visible text that may hold a number or an email address, what is in view first. */
export function readText(reading: Reading, roots: readonly Node[], placeOf: PlaceOf): void {
  const pieces: Pieces = new Map();
  const { elements } = reading;
  const inView = roots.includes(document) ? elements[firstInView(elements)] : undefined;
  if (inView) {
    const isBelow = (node: Node) => boxOf(parentOf(node) ?? inView).top > innerHeight;
    find(reading, pieces, document, inView, (node, seen) => seen > textsInView || isBelow(node));
  }
  for (const root of roots) find(reading, pieces, root, root, () => reading.isLate());

  const found = [...pieces.values()].filter((piece) => piece !== undefined);
  let count = 0;
  for (const isTelling of [true, false]) {
    // To ask where a piece stands and whether people can see it takes long, so the reader stops when it has enough.
    if (count > mostTold) return;
    const alike = found.filter((piece) => piece.isTelling === isTelling);
    reading.each(marginsLast(alike, placeOf), (piece) => {
      if (!isSeen(piece.block)) return true;
      count += 1;
      if (count <= mostTold) return tell(reading, piece);
      reading.leaveOut('limit');
      return false;
    });
  }
}

/** The pieces, those in the page's margins last. Pieces are placed one by one, as far as they are needed. */
function* marginsLast(pieces: readonly Piece[], placeOf: PlaceOf): Generator<PlacedPiece> {
  const rest: PlacedPiece[] = [];
  for (const piece of pieces) {
    const placed = { ...piece, where: placeOf(piece.block) };
    if (placed.where.place === 'rest') rest.push(placed);
    else yield placed;
  }
  yield* rest;
}

/** The place of the first element in view, by a binary search: elements mostly stand on the page in their order. */
function firstInView(elements: ArrayLike<Element>): number {
  let low = 0;
  for (let high = elements.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (boxOf(elements[middle] as Element).bottom <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Collects the pieces of text below a root, beginning behind the node `from`, until `isEnough` says so. */
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
    if (!(quick.test(data) ? digits : part).test(data)) continue;
    const block = blockOf(node);
    if (!block || pieces.has(block) || pieces.has(node)) continue;
    const isTelling = telling.test(data);
    if (!isTelling && pieces.size >= mostPieces) {
      reading.leaveOut('limit');
      continue;
    }
    const whole = textOf(block) ?? '';
    const isWhole = whole.length < longest;
    const text = isWhole ? whole : data.slice(0, longest * 4);
    const isOne = digits.test(text) && !isUnseen(block) && reading.mayHold(text);
    pieces.set(isWhole ? block : node, isOne ? { block, text, isTelling } : undefined);
  }
}

/** Tells a piece: a short one as a whole, of a long one the surroundings of everything that looks like a number. */
function tell(reading: Reading, { block, text: raw, where }: PlacedPiece): void {
  const text = textOf(block) === raw ? textWithin(block, longest) : raw;
  const seen = isTransparent(block) ? { unseen: true } : {};
  const more = { ...aroundOf(block), ...where, ...seen };
  const texts = text.length < 400 && digits.test(text) ? [text] : numbersWithin(text);
  for (const each of texts) reading.tell('text', each, more);
}

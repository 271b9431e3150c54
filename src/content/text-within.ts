import {
  attribute,
  isElement,
  isTransparent,
  isVisible,
  onlyTextIn,
  parentOf,
  tagOf,
  textOf,
  walk,
} from './dom.ts';
import { isSeen } from './seen.ts';

const wordy = /[0-9A-Za-zÀ-￿]/;
const inline =
  /^(a|abbr|b|bd[io]|big|cite|code|data|em|font|i|ins|kbd|mark|q|samp|small|span|strong|su[bp]|time|tt|u|var)$/;
/** Elements whose text people do not see. A text that is struck out no longer counts. */
const unseen =
  /^(script|style|noscript|template|textarea|select|option|title|head|svg|del|s|strike)$/;

/** Whether an element is of a kind whose text people do not see. */
export function isUnseen(element: Element): boolean {
  return unseen.test(tagOf(element));
}

/**
 * Whether people see a part of a visible block. The test is strict for digits, because pages hide digits between
 * digits; a label need only be drawn, because it may be for screen readers alone.
 */
function isShown(element: Element, block: Element, hasDigit: boolean): boolean {
  if (isUnseen(element)) return false;
  if (element === block || !hasDigit) return element === block || isVisible(element);
  return isSeen(element) && !isTransparent(element);
}

/** Whether a text ends with so many digits that those of the next element are another number. */
function isWholeNumber(text: string): boolean {
  const [digits = ''] = /\d[\d ().-]{9,}$/.exec(text.slice(-24)) ?? [];
  return digits.replace(/\D/g, '').length > 9;
}

const numberLike =
  /(?:[+(＋（]\s?)?[\p{Nd}](?:[\p{Nd}\s().\-‐-―−－ー（）/A-Z\u200b-\u200f\u202a-\u202e\u2060-\u2069]){4,28}[\p{Nd}A-Z]|[^\s@<>]{1,64}@[^\s@<>]{1,64}\.\w/gu;

/** Everything in a text that looks like a number or an email address, with the words around it but no other number. */
export function* numbersWithin(text: string): Generator<string> {
  for (const { index, 0: number } of text.matchAll(numberLike)) {
    const end = index + number.length;
    const before = /[^\d]{0,60}$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
    const after = /^[^\n\d+(]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
    // Half a word would say something else, so a cut word is left out.
    const isCut = before.length === 60;
    yield (isCut ? before.replace(/^[\p{L}\p{M}]+/u, '') : before) + number + after;
  }
}

/** The nearest element around a text that is a line of its own; null where there is none. */
export function blockOf(node: Node): Element | null {
  let block = parentOf(node);
  while (block && inline.test(tagOf(block)) && parentOf(block)) block = parentOf(block);
  return block;
}

/** The classes of icons: Font Awesome, Bootstrap, Material Design and those that sites make. */
const icon =
  /(?:^|[\s_-])(?:fa|icon|glyphicon|bi|mdi|ti|ri|la|uil)-(?:(fax|printer|print)|mobile|cellphone|smartphone)(?![a-z])/i;
const alternative = /^\W*(?:(fax)|mobile|cell ?phone)\W*$/i;

/**
 * The word for an icon of a fax or a mobile, or for a text that an attribute calls so: `<i class="fa fa-fax">`,
 * `<img alt="Fax">`, an SVG's title, `<span aria-label="Fax">`; else empty.
 */
function iconWord(element: Element): string {
  const tag = tagOf(element);
  if (!/^(?:i|img|span|svg)$/.test(tag)) return '';
  const text = (textOf(element) ?? '').trim();
  const isIcon = text.length < 2 || tag === 'svg';
  const said =
    (isIcon && icon.exec(attribute(element, 'class') ?? '')) ||
    ['alt', 'aria-label', 'title']
      .map((name) => alternative.exec(attribute(element, name) ?? ''))
      .find(Boolean) ||
    (isIcon && alternative.exec(text));
  return said ? (said[1] ? 'Fax: ' : 'Mobile: ') : '';
}

/** An element's text as people see it: one line for each block, a space between neighbouring words. */
export function textWithin(block: Element, longest: number): string {
  const only = onlyTextIn(block);
  if (only !== undefined) return isUnseen(block) ? '' : only;
  const walker = walk(block, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = '';
  let isJoined = false;
  for (let node = walker.nextNode(); node && text.length < longest; node = walker.nextNode()) {
    if (isElement(node)) text += (inline.test(tagOf(node)) ? '' : '\n') + iconWord(node);
    else if (isShown(parentOf(node) ?? block, block, /\p{Nd}/u.test((node as Text).data))) {
      const { data } = node as Text;
      const isWordSplit = wordy.test(text.at(-1) ?? '') && wordy.test(data[0] ?? '');
      text += isWordSplit && !isJoined ? `${isWholeNumber(text) ? '\n' : ' '}${data}` : data;
      isJoined = false;
    }
    // Texts on both sides of something hidden show as one word.
    else isJoined = true;
  }
  return text;
}

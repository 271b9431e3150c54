import { attribute, isText, nextOf, parentOf, previousOf, tagOf, textOf, walk } from './dom.ts';

const farthest = 7;
const most = 3;
const longest = 60;

/**
 * How the things begin that an element stands in and that have others like them beside them (a row, a
 * card, an entry of a list), the nearest first, a line for each: mostly whom they are about.
 */
export function withinOf(element: Element): { within?: string } {
  const found: string[] = [];
  let at: Element | null = element;
  for (let up = 0; at && up < farthest && found.length < most; up += 1) {
    if (tagOf(at) === 'body') break;
    const words = hasAlike(at) ? firstWords(at) : '';
    if (words && !found.includes(words)) found.push(words);
    at = parentOf(at);
  }
  return found.length > 0 ? { within: found.join('\n') } : {};
}

function hasAlike(element: Element): boolean {
  const isAlike = (other: Element | null) =>
    other !== null &&
    tagOf(other) === tagOf(element) &&
    attribute(other, 'class') === attribute(element, 'class');
  return isAlike(nextOf(element)) || isAlike(previousOf(element));
}

/** Its first text, where that is short and no number. */
function firstWords(element: Element): string {
  const walker = walk(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(), seen = 0; node && seen < 8; node = walker.nextNode()) {
    const text = isText(node) ? (textOf(node) ?? '').slice(0, longest * 2).trim() : '';
    if (text)
      return text.length <= longest && !/\p{Nd}/u.test(text) ? text.replace(/\s+/g, ' ') : '';
    seen += 1;
  }
  return '';
}

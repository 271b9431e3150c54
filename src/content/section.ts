import { firstOf, parentOf, previousOf, short, tagOf, textOf } from './dom.ts';

const farthest = 60;
const longest = 60;

/** The words of the nearest heading before an element or before what holds it; empty where there is none. */
export function sectionOf(element: Element): string {
  let at: Element | null = element;
  for (let step = 0; at && step < farthest; step += 1) {
    // A heading may have a button beside it, and stand in a box of its own with it.
    const words = isHeading(at) || isHeading(firstOf(at)) ? short(textOf(at), longest) : '';
    if (words && words.length < longest) return words;
    at = previousOf(at) ?? parentOf(at);
  }
  return '';
}

function isHeading(element: Element | null): boolean {
  return element !== null && /^(?:h[2-6]|legend)$/.test(tagOf(element));
}

import { firstOf, parentOf, previousOf, short, tagOf, textOf } from './dom.ts';

const farthest = 8;
const mostBeside = 12;
const longest = 60;

/** The words of the nearest heading before an element or before what holds it; empty where there is none. */
export function sectionOf(element: Element): string {
  let at: Element | null = element;
  for (let up = 0; at && up < farthest; up += 1) {
    let beside = previousOf(at);
    for (let back = 0; beside && back < mostBeside; back += 1) {
      // A heading may have a button beside it, and stand in a box of its own with it.
      if (isHeading(beside) || isHeading(firstOf(beside))) {
        const words = short(textOf(beside), longest);
        if (words.length < longest) return words;
      }
      beside = previousOf(beside);
    }
    at = parentOf(at);
  }
  return '';
}

function isHeading(element: Element | null): boolean {
  return element !== null && /^(?:h[2-6]|legend)$/.test(tagOf(element));
}

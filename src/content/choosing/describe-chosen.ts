import type { ElementStep } from '../../core/selector/element-steps.ts';
import type { OurWorld } from '../chosen.ts';
import { attribute, nextOf, parentOf, previousOf, tagOf, wayTo } from '../dom.ts';

const mostSteps = 60;
const mostAttributes = 50;
const longest = 200;

/**
 * Describes each chosen element by the tags and attributes that lead to it: for the document and each shadow root or
 * frame on the way in, the element (or the host, or the frame) and its ancestors, the nearest first. Null for an element
 * that was not found.
 *
 * The options page injects this with `?injected`.
 */
export function describeChosen(): (ElementStep[][] | null)[] {
  const world: OurWorld & typeof globalThis = globalThis;
  return (world.kickoffChosen ?? []).map((element) => {
    try {
      return element ? wayTo(element).map(stepsTo) : null;
    } catch {
      return null;
    }
  });
}

function stepsTo(element: Element): ElementStep[] {
  const steps: ElementStep[] = [];
  for (let at: Element | null = element; at && steps.length < mostSteps; at = parentOf(at)) {
    steps.push(stepOf(at));
  }
  return steps;
}

function stepOf(element: Element): ElementStep {
  const before = countAlike(element, previousOf);
  const names = Element.prototype.getAttributeNames.call(element);
  return {
    tag: tagOf(element),
    attributes: names.slice(0, mostAttributes).flatMap((name): [string, string][] => {
      const value = attribute(element, name) ?? '';
      const isShort = value.length <= longest && name.length <= longest;
      return value && isShort ? [[name, value]] : [];
    }),
    place: before + 1,
    alone: before + countAlike(element, nextOf) === 0,
  };
}

/** How many of an element's siblings on one side have the same tag. */
function countAlike(element: Element, next: (from: Element) => Element | null): number {
  let count = 0;
  for (let at = next(element); at; at = next(at)) if (tagOf(at) === tagOf(element)) count += 1;
  return count;
}

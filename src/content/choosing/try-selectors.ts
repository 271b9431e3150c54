import type { OurWorld } from '../chosen.ts';
import { isElement, rootOf, selectAll, wayTo } from '../dom.ts';

/**
 * Tries candidates for selectors on the chosen elements. For each element, and each document or shadow root on the way
 * to it, returns the index of the first candidate that finds the element and nothing else there; null where one is
 * missing. Then forgets the chosen elements.
 *
 * The options page injects this with `?injected`.
 */
export function trySelectors(
  candidates: readonly (readonly (readonly string[])[] | null)[],
): (number[] | null)[] {
  const world: OurWorld & typeof globalThis = globalThis;
  const chosen = world.kickoffChosen ?? [];
  delete world.kickoffChosen;
  return candidates.map((ofRoots, index) => {
    const element = chosen[index];
    if (!element || !ofRoots) return null;
    const places = wayTo(element).map((at, depth) =>
      (ofRoots[depth] ?? []).findIndex((selector) => findsAlone(selector, at)),
    );
    return places.includes(-1) ? null : places;
  });
}

function findsAlone(selector: string, element: Element): boolean {
  const root = rootOf(element);
  // The page has removed the element meanwhile.
  if (isElement(root)) return false;
  try {
    const found = selectAll(root, selector);
    return found.length === 1 && found[0] === element;
  } catch {
    return false;
  }
}

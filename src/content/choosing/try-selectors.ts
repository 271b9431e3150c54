import type { OurWorld } from '../chosen.ts';
import { isElement, rootOf, selectAll, wayTo } from '../dom.ts';

/**
 * Tries selectors on the chosen elements: for each of them, and each document or shadow root on the
 * way to it, the place of the first candidate that finds it and nothing else there. Forgets what
 * was chosen.
 *
 * Sent into the page with `?injected`.
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
  // The page took it away meanwhile.
  if (isElement(root)) return false;
  try {
    const found = selectAll(root, selector);
    return found.length === 1 && found[0] === element;
  } catch {
    return false;
  }
}

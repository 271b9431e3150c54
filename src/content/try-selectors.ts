import type { OurWorld } from './chosen.ts';

/**
 * Tries selectors on the chosen elements: for each of them, and each document or shadow root on the
 * way to it, the place of the first candidate that finds it and nothing else there. Forgets what
 * was chosen.
 *
 * Sent into the page as its own text.
 */
export function trySelectors(
  candidates: readonly (readonly (readonly string[])[] | null)[],
): (number[] | null)[] {
  const world: OurWorld & typeof globalThis = globalThis;
  const typeOf = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeType')?.get;
  const isShadow = (root: Node): root is ShadowRoot => typeOf?.call(root) === 11;
  const chosen = world.kickoffChosen ?? [];
  delete world.kickoffChosen;
  const findsAlone = (selector: string, element: Element): boolean => {
    try {
      const root = element.getRootNode();
      const owner = isShadow(root) ? DocumentFragment : Document;
      const found = owner.prototype.querySelectorAll.call(root, selector);
      return found.length === 1 && found[0] === element;
    } catch {
      return false;
    }
  };
  return candidates.map((ofRoots, index) => {
    const element = chosen[index];
    if (!element || !ofRoots) return null;
    const way: Element[] = [];
    for (let at: Element | null | undefined = element; at && way.length < 20; ) {
      way.unshift(at);
      const root = at.getRootNode();
      at = isShadow(root) ? root.host : at.ownerDocument.defaultView?.frameElement;
    }
    const places = way.map((at, depth) =>
      (ofRoots[depth] ?? []).findIndex((selector) => findsAlone(selector, at)),
    );
    return places.includes(-1) ? null : places;
  });
}

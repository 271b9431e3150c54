import type { ElementStep } from '../core/element-steps.ts';
import type { OurWorld } from './chosen.ts';

/**
 * Tells of each chosen element how it and what encloses it are called: for the document and each
 * shadow root or frame on the way in, the element (or the host, or the frame) and its ancestors,
 * the nearest first. Nothing where nothing was chosen.
 *
 * Sent into the page as its own text.
 */
export function describeChosen(): (ElementStep[][] | null)[] {
  const world: OurWorld & typeof globalThis = globalThis;
  // As in `readPage`: forms and documents answer to the names of their contents first.
  const property = <Of, Key extends keyof Of>(of: { prototype: Of }, key: Key) => {
    const get = Object.getOwnPropertyDescriptor(of.prototype, key)?.get;
    return (it: Node): Of[Key] => get?.call(it);
  };
  const parentOf = property(Node, 'parentNode');
  const typeOf = property(Node, 'nodeType');
  const nextOf = property(Element, 'nextElementSibling');
  const previousOf = property(Element, 'previousElementSibling');
  const hostOf = property(ShadowRoot, 'host');
  const stepOf = (element: Element): ElementStep => {
    const tag = element.localName;
    const count = (next: (from: Node) => Element | null) => {
      let found = 0;
      for (let at = next(element); at; at = next(at)) if (at.localName === tag) found++;
      return found;
    };
    const before = count(previousOf);
    const names = Element.prototype.getAttributeNames.call(element);
    return {
      tag,
      attributes: names.slice(0, 50).flatMap((name): [string, string][] => {
        const value = Element.prototype.getAttribute.call(element, name) ?? '';
        return value.length > 0 && value.length <= 200 && name.length <= 200 ? [[name, value]] : [];
      }),
      place: before + 1,
      alone: before + count(nextOf) === 0,
    };
  };
  const describe = (chosen: Element): ElementStep[][] => {
    const roots: ElementStep[][] = [];
    for (let inner: Element | null | undefined = chosen; inner && roots.length < 20; ) {
      const steps: ElementStep[] = [];
      let at: Node | null | undefined = inner;
      for (; at && typeOf(at) === 1; at = parentOf(at))
        if (steps.length < 60) steps.push(stepOf(at as Element));
      roots.unshift(steps);
      // A frame has classes of its own: what it holds is an instance of none of ours.
      const root = inner.getRootNode();
      inner = typeOf(root) === 11 ? hostOf(root) : inner.ownerDocument.defaultView?.frameElement;
    }
    return roots;
  };
  return (world.kickoffChosen ?? []).map((element) => {
    try {
      return element ? describe(element) : null;
    } catch {
      return null;
    }
  });
}

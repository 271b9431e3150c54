import { documentIn, elementsNamed, isShadowRoot, selectAll } from './dom.ts';
import type { Reading } from './reading.ts';

const mostRoots = 400;
const few = 5000;

/**
 * The document, its open shadow roots and same-origin frames, and theirs; nothing for a frame that
 * its parent can read, because the parent reads it.
 */
export function rootsOf(reading: Reading): Node[] {
  const roots: Node[] = window.frameElement ? [] : [document];
  for (const root of roots) {
    reading.eachElement([root], ['iframe', 'frame'], (frame) => {
      const framed = documentIn(frame);
      if (framed) roots.push(framed);
    });
    if (reading.isLate()) return roots;
    // Forms, whose properties cannot be trusted, host none: what theirs would be is looked at.
    for (const { shadowRoot } of mayHost(reading, root)) {
      if (shadowRoot && isShadowRoot(shadowRoot)) roots.push(shadowRoot);
    }
    if (roots.length > mostRoots) {
      reading.complete = false;
      return roots;
    }
  }
  return roots;
}

/**
 * Elements that may have a shadow root. To ask each of many by script costs more than all other
 * reading: then it is custom elements, which the browser finds by the hyphen in their names, and
 * elements with nothing else in them.
 * https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name
 */
function mayHost(reading: Reading, root: Node): Iterable<Element> {
  const all = root === document ? reading.elements : selectAll(root, '*');
  if (all.length <= few) return all;
  const empty = ['div:empty', 'span:empty', 'section:empty'];
  return [...elementsNamed(root, '-'), ...empty.flatMap((one) => [...selectAll(root, one)])];
}

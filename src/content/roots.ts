import {
  boxOf,
  documentIn,
  elementsNamed,
  isShadowRoot,
  isVisible,
  selectAll,
  tagOf,
} from './dom.ts';
import type { Reading } from './reading.ts';

const mostRoots = 400;
/** To look into a frame takes up to 4 ms, because the browser then makes a world for us in it. */
const mostFrames = 100;
const few = 5000;

/**
 * The document with all its shadow roots and same-origin frames. Empty in a frame that its parent can read, because the
 * parent reads it.
 */
export function rootsOf(reading: Reading): Node[] {
  const roots: Node[] = window.frameElement ? [] : [document];
  let frames = 0;
  for (const root of roots) {
    reading.eachElement([root], ['iframe', 'frame'], (frame) => {
      frames += 1;
      if (frames > mostFrames) return reading.leaveOut('limit');
      const framed = documentIn(frame);
      if (framed) roots.push(framed);
      else if (isSizeable(boxOf(frame)) && isVisible(frame)) reading.foreignFrames += 1;
    });
    if (reading.isLate()) return roots;
    // `isHost` lets no form through, so `shadowRoot` is the browser's own property here.
    for (const host of mayHost(reading, root)) {
      if (!isHost(tagOf(host))) continue;
      const shadow = host.shadowRoot ?? closedRoot(host);
      if (shadow && isShadowRoot(shadow)) roots.push(shadow);
    }
    if (roots.length > mostRoots) {
      reading.leaveOut('limit');
      return roots;
    }
  }
  return roots;
}

/** Whether a frame is large enough to show something; smaller ones count visitors. */
export function isSizeable({ width, height }: { width: number; height: number }): boolean {
  return width > 50 && height > 30;
}

interface ExtensionDom {
  chrome?: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } };
}

/**
 * The closed shadow root of an element, which Chrome gives only to extensions; null where it has none.
 * https://developer.chrome.com/docs/extensions/reference/api/dom
 */
function closedRoot(host: Element): ShadowRoot | null {
  const { chrome: browser }: ExtensionDom = globalThis;
  // The browser throws for elements other than HTML's.
  return host instanceof HTMLElement ? (browser?.dom?.openOrClosedShadowRoot(host) ?? null) : null;
}

/** Whether elements with this tag may have a shadow root. https://dom.spec.whatwg.org/#valid-shadow-host-name */
function isHost(tag: string): boolean {
  return /-|^(article|aside|blockquote|body|div|footer|h[1-6]|header|main|nav|p|section|span)$/.test(
    tag,
  );
}

/**
 * Elements that may have a shadow root. In a large page, asking each element by script would take longer than all other
 * reading; there it is only custom elements, which the browser finds by the hyphen in their names, and empty elements.
 * https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name
 */
function mayHost(reading: Reading, root: Node): Iterable<Element> {
  const all = root === document ? reading.elements : selectAll(root, '*');
  if (all.length <= few) return all;
  const empty = ['div:empty', 'span:empty', 'section:empty'];
  return [...elementsNamed(root, '-'), ...empty.flatMap((one) => [...selectAll(root, one)])];
}

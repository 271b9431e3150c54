import type { OurWorld } from '../chosen.ts';
import {
  activeIn,
  boxOf,
  documentIn,
  firstOf,
  frameOf,
  isFrame,
  nextOf,
  outerOf,
  parentOf,
  previousOf,
  rootOf,
  shadowOf,
  wholeOf,
} from '../dom.ts';

/**
 * Lets the person choose an element of the page, also in open shadow roots and same-origin frames. Pointing highlights
 * an element; a click or Enter chooses it; the arrow keys go to its parent, its first child and its siblings; Escape
 * ends without a choice. The page's own handlers get none of these events, and nothing stays in the page afterwards.
 *
 * The options page injects this with `?injected`. Returns whether the person chose an element, which stays in our world
 * for `describeChosen`.
 */
export function pickElement(hint: string): Promise<boolean> {
  const world: OurWorld & typeof globalThis = globalThis;
  world.kickoffEndChoosing?.();
  const { host, box } = coverWith(hint);
  const stop = new AbortController();
  return new Promise((resolve) => {
    const end = (element: Element | null) => {
      stop.abort();
      host.remove();
      delete world.kickoffEndChoosing;
      if (element) world.kickoffChosen = [element];
      resolve(element !== null);
    };
    world.kickoffEndChoosing = () => end(null);
    const choosing: Choosing = {
      current: null,
      below: [],
      end,
      show(element) {
        choosing.current = element;
        highlight(box, element);
      },
      pointedAt: (x, y) => elementAt(document, x, y, host),
      listen(type, handle, passive = false) {
        const take = (event: Event) => {
          // The extension was updated or removed meanwhile, so nothing waits for a choice any more.
          if (world.chrome?.runtime?.id === undefined) return end(null);
          handle(event);
        };
        window.addEventListener(type, take, { capture: true, passive, signal: stop.signal });
      },
    };
    followPointer(choosing);
    followKeys(choosing);
    window.addEventListener('pagehide', () => end(null), { signal: stop.signal });
    wholeOf(document).append(host);
    raise(host);
    const focused = activeIn(document);
    if (focused && isFrame(focused)) window.focus();
  });
}

/** A choosing in progress. */
interface Choosing {
  /** The highlighted element. */
  current: Element | null;
  /** The elements from which the person went up, to go down to them again. */
  below: Element[];
  show(element: Element | null): void;
  end(element: Element | null): void;
  pointedAt(x: number, y: number): Element | null;
  /** Hears an event of the window before the page does. */
  listen(type: string, handle: (event: Event) => void, passive?: boolean): void;
}

function followPointer(choosing: Choosing): void {
  let [lastX, lastY] = [-9, -9];
  choosing.listen('pointermove', (event) => {
    keepFromPage(event);
    const { clientX, clientY } = event as PointerEvent;
    // The browser repeats the last move when the page changes under a resting pointer.
    if (Math.hypot(clientX - lastX, clientY - lastY) < 2) return;
    [lastX, lastY] = [clientX, clientY];
    choosing.below = [];
    choosing.show(choosing.pointedAt(clientX, clientY));
  });
  choosing.listen('click', (event) => {
    keepFromPage(event);
    const { clientX, clientY, detail } = event as MouseEvent;
    // The highlighted element counts, also where the arrow keys led there and the pointer is elsewhere.
    choosing.end(choosing.current ?? (detail > 0 ? choosing.pointedAt(clientX, clientY) : null));
  });
  for (const type of [
    ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'mousemove', 'mouseover'],
    ...['dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'keyup', 'keypress'],
  ])
    choosing.listen(type, keepFromPage);
  // Our cover lies over the page, so it has to scroll the page itself.
  const scroll = (event: Event) => {
    event.stopImmediatePropagation();
    const { deltaX, deltaY } = event as WheelEvent;
    (scrollingAround(choosing.current) ?? wholeOf(document)).scrollBy(deltaX, deltaY);
  };
  choosing.listen('wheel', scroll, true);
}

function followKeys(choosing: Choosing): void {
  choosing.listen('keydown', (event) => {
    const { key } = event as KeyboardEvent;
    if (!/^(Escape|Enter|Arrow\w+)$/.test(key)) return;
    keepFromPage(event);
    const { current, below } = choosing;
    if (key === 'Escape') return choosing.end(null);
    if (key === 'Enter') return current ? choosing.end(current) : undefined;
    const next = elementBy(key, choosing);
    if (!next) return;
    if (key === 'ArrowUp' && current) below.push(current);
    else if (key !== 'ArrowDown') choosing.below = [];
    choosing.show(next);
  });
}

/** The element to which an arrow key leads from the highlighted one; null or undefined where it leads nowhere. */
function elementBy(key: string, { current, below }: Choosing): Element | null | undefined {
  if (key === 'ArrowDown') return below.pop() ?? (current ? intoIt(current) : wholeOf(document));
  if (key === 'ArrowLeft') return current && previousOf(current);
  if (key === 'ArrowRight') return current && nextOf(current);
  return key === 'ArrowUp' ? current && outOf(current) : undefined;
}

function keepFromPage(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Makes the cover that will lie over the page, with the hint for the person and the box that marks an element. */
function coverWith(hint: string): { host: HTMLElement; box: HTMLElement } {
  const host = Document.prototype.createElement.call(document, 'div');
  const shadow = host.attachShadow({ mode: 'closed' });
  // Styles by script: a page's policy may forbid style elements, and its own rules do not reach in.
  host.style.cssText =
    'all:initial!important;position:fixed!important;inset:0!important;width:100%!important;height:100%!important;margin:0!important;padding:0!important;border:0!important;background:none!important;z-index:2147483647!important;cursor:crosshair!important;display:block!important;opacity:1!important;visibility:visible!important';
  const box = Document.prototype.createElement.call(document, 'div');
  box.style.cssText =
    'position:fixed;display:none;box-sizing:border-box;border:2px solid #4f4fd0;background:rgb(79 79 208 / .16);border-radius:3px;pointer-events:none';
  const words = Document.prototype.createElement.call(document, 'div');
  words.setAttribute('role', 'status');
  words.style.cssText =
    'position:fixed;left:50%;bottom:16px;transform:translateX(-50%);max-width:90vw;padding:8px 14px;border-radius:8px;background:#1d1d3a;color:#fff;font:14px/1.4 system-ui,sans-serif;pointer-events:none';
  words.textContent = hint;
  shadow.append(box, words);
  return { host, box };
}

/** Lifts our cover above dialogs and whatever else a page puts on top. */
function raise(host: HTMLElement): void {
  try {
    host.popover = 'manual';
    host.showPopover();
  } catch {
    // Without a popover, the cover lies as high as the page's own elements can.
  }
}

/** Lays the box over an element, in whichever frame it is. */
function highlight(box: HTMLElement, element: Element | null): void {
  if (!element) {
    box.style.setProperty('display', 'none');
    return;
  }
  const { left, top, width, height } = boxOf(element);
  let [x, y] = [left, top];
  for (let frame = frameOf(element); frame; frame = frameOf(frame)) {
    const outer = boxOf(frame);
    x += outer.left + frame.clientLeft;
    y += outer.top + frame.clientTop;
  }
  box.style.cssText += `;display:block;left:${x}px;top:${y}px;width:${width}px;height:${height}px`;
}

/** The innermost element at a point, under our own cover. */
function elementAt(
  root: Document | ShadowRoot,
  x: number,
  y: number,
  cover: Element,
): Element | null {
  const found = root.elementsFromPoint(x, y).find((one) => one !== cover);
  if (!found || rootOf(found) !== root) return null;
  const inner = shadowOf(found);
  if (inner) return elementAt(inner, x, y, cover) ?? found;
  const framed = documentIn(found);
  if (!framed) return found;
  const { left, top } = boxOf(found);
  return elementAt(framed, x - left - found.clientLeft, y - top - found.clientTop, cover) ?? found;
}

/** The innermost element around one that scrolls. */
function scrollingAround(element: Element | null): Element | null {
  let at = element;
  while (at && (at.scrollHeight <= at.clientHeight || getComputedStyle(at).overflowY === 'visible'))
    at = outOf(at);
  return at;
}

function outOf(element: Element): Element | null {
  return parentOf(element) ?? outerOf(element);
}

function intoIt(element: Element): Element | null {
  return shadowOf(element)?.firstElementChild ?? documentIn(element)?.body ?? firstOf(element);
}

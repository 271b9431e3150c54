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
 * Lets a person choose an element of the page: pointing highlights, a click or Enter chooses, the
 * arrow keys go to the parent, into it and to its siblings, Escape ends without a choice. Reaches into
 * open shadow roots and same-origin frames. The page's own handlers get nothing of it, and nothing
 * of it is left in the page afterwards.
 *
 * Sent into the page with `?injected`. Answers whether something was chosen; what, is kept in our
 * world for `describeChosen`.
 */
export function pickElement(hint: string): Promise<boolean> {
  const world: OurWorld & typeof globalThis = globalThis;
  world.kickoffEndChoosing?.();
  const whole = wholeOf(document);
  const { host, box } = coverWith(hint);
  let current: Element | null = null;
  /** The way down again after going up. */
  let below: Element[] = [];
  const show = (element: Element | null) => {
    current = element;
    highlight(box, element);
  };
  const pointedAt = (x: number, y: number) => elementAt(document, x, y, host);

  /** The extension was updated or removed meanwhile: what waited for a choice is gone. */
  const isLeftBehind = () => world.chrome?.runtime?.id === undefined;
  let [lastX, lastY] = [-9, -9];
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
    const listen = (type: string, handle: (event: Event) => void, passive = false) =>
      window.addEventListener(
        type,
        (event) => {
          if (isLeftBehind()) return end(null);
          if (!passive) event.preventDefault();
          event.stopImmediatePropagation();
          handle(event);
        },
        { capture: true, passive, signal: stop.signal },
      );

    listen('pointermove', (event) => {
      const { clientX, clientY } = event as PointerEvent;
      // The browser repeats the last move when the page changes under a pointer that rests.
      if (Math.hypot(clientX - lastX, clientY - lastY) < 2) return;
      [lastX, lastY] = [clientX, clientY];
      below = [];
      show(pointedAt(clientX, clientY));
    });
    listen('click', (event) => {
      const { clientX, clientY, detail } = event as MouseEvent;
      // What was highlighted is meant, also after the arrow keys moved on from it.
      end(current ?? (detail > 0 ? pointedAt(clientX, clientY) : null));
    });
    for (const type of [
      ...['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'mousemove', 'mouseover'],
      ...['dblclick', 'auxclick', 'contextmenu', 'touchstart', 'touchend', 'keyup', 'keypress'],
    ])
      listen(type, () => {});
    // Our cover lies over what scrolls.
    listen(
      'wheel',
      (event) => {
        const { deltaX, deltaY } = event as WheelEvent;
        (scrollingAround(current) ?? whole).scrollBy(deltaX, deltaY);
      },
      true,
    );

    /** Where a key leads from the element that is highlighted; nothing for other keys. */
    const target = (key: string): Element | null | undefined => {
      if (key === 'ArrowDown') return below.pop() ?? (current ? intoIt(current) : whole);
      if (key === 'ArrowLeft') return current && previousOf(current);
      if (key === 'ArrowRight') return current && nextOf(current);
      return key === 'ArrowUp' ? current && outOf(current) : undefined;
    };
    const press = (key: string) => {
      if (key === 'Escape') return end(null);
      if (key === 'Enter') return current && end(current);
      const next = target(key);
      if (!next) return;
      if (key === 'ArrowUp' && current) below.push(current);
      else if (key !== 'ArrowDown') below = [];
      show(next);
    };
    window.addEventListener(
      'keydown',
      (event) => {
        if (isLeftBehind()) return end(null);
        if (!/^(Escape|Enter|Arrow\w+)$/.test(event.key)) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        press(event.key);
      },
      { capture: true, signal: stop.signal },
    );
    window.addEventListener('pagehide', () => end(null), { signal: stop.signal });
    whole.append(host);
    raise(host);
    const focused = activeIn(document);
    if (focused && isFrame(focused)) window.focus();
  });
}

/** Our cover over the page, not yet in it, with the words for the person and the box that marks an element. */
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
    // Without it, it lies as high as a page's own elements can.
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

/** The innermost element at a place, under our own cover. */
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

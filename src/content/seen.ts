import { boxOf, isTransparent, isVisible, parentOf, selectAll } from './dom.ts';

const farthest = 20;

/**
 * Whether a person can see what an element shows: it is drawn, larger than a dot, on the page rather
 * than beside it, not cut away, and of another colour than its ground.
 */
export function isSeen(element: Element): boolean {
  if (!isVisible(element)) return false;
  const style = getComputedStyle(element);
  const { right, bottom, width, height } = shownBox(element, style);
  if (right + scrollX <= 0 || bottom + scrollY <= 0 || (width === 0 && height === 0)) return false;
  const { color, fontSize, clipPath, contentVisibility } = style;
  if (fontSize === '0px' || contentVisibility === 'hidden') return false;
  if (/inset\((?:50|100)%|circle\(0/.test(clipPath)) return false;
  return !isCutAway(element) && !isOfItsGround(element, color);
}

/** The box of what an element holds: it may be drawn elsewhere than the element, or as a point. */
function shownBox(element: Element, { textIndent }: CSSStyleDeclaration): DOMRect {
  const own = boxOf(element);
  const isAsUsual = (own.width > 0 || own.height > 0) && Number.parseFloat(textIndent) > -99;
  if (isAsUsual) return own;
  const range = new Range();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return box.width || box.height ? box : own;
}

/** What is said of a fact whose element cannot be seen. */
export function unseenIf(element: Element): { unseen?: true } {
  return isSeen(element) && !isTransparent(element) ? {} : { unseen: true };
}

/** In a box without height or width that hides what does not fit, its own or one around it. */
function isCutAway(element: Element): boolean {
  let at: Element | null = element;
  for (let up = 0; at && up < farthest; up += 1) {
    const { width, height } = boxOf(at);
    if (Math.min(width, height) < 2 && /hidden|clip/.test(getComputedStyle(at).overflow))
      return true;
    at = parentOf(at);
  }
  return false;
}

function isOfItsGround(element: Element, color: string): boolean {
  if (/^rgba\(.*, 0\)$/.test(color)) return true;
  let at: Element | null = element;
  for (let up = 0; at && up < farthest; up += 1) {
    const { backgroundColor: ground, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return false;
    if (!/^rgba\(.*, 0\)$/.test(ground)) return ground === color;
    at = parentOf(at);
  }
  // Nothing is painted behind it: the page is white, unless what would paint it did not load.
  const styles = [...selectAll(document, 'link[rel~=stylesheet i]')];
  return color === 'rgb(255, 255, 255)' && styles.every((link) => (link as HTMLLinkElement).sheet);
}

import { isTransparent, isVisible, knownBoxOf, parentOf, selectAll } from './dom.ts';

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
  const own = knownBoxOf(element);
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

/**
 * What is known of an element and holds for all within it: neighbours share what is around them. Known for one reading,
 * since what is sent into a page is made anew each time.
 */
const cutAway = new Map<Element, boolean>();
const grounds = new Map<Element, string>();

/** In a box without height or width that hides what does not fit, its own or one around it. */
function isCutAway(element: Element): boolean {
  return fromAround(element, cutAway, false, (at) => {
    const { width, height } = knownBoxOf(at);
    const isFlat = Math.min(width, height) < 2;
    return isFlat && /hidden|clip/.test(getComputedStyle(at).overflow) ? true : undefined;
  });
}

/** A picture may be of any colour, and nothing at all is painted behind what stands on the page itself. */
const picture = 'a picture';
const page = 'the page';

function isOfItsGround(element: Element, color: string): boolean {
  if (isClear(color)) return true;
  const ground = fromAround(element, grounds, page, (at) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return picture;
    return isClear(backgroundColor) ? undefined : backgroundColor;
  });
  if (ground !== page) return ground === color;
  return color === 'rgb(255, 255, 255)' && isPainted();
}

let painted: boolean | undefined;

/** Whether all styles of the page did load: else what would paint it may be missing. */
function isPainted(): boolean {
  painted ??= [...selectAll(document, 'link[rel~=stylesheet i]')].every(
    (link) => (link as HTMLLinkElement).sheet,
  );
  return painted;
}

function isClear(color: string): boolean {
  return color === 'rgba(0, 0, 0, 0)' || /^rgba\(.*, 0\)$/.test(color);
}

/** What the nearest element around another says, itself first; `otherwise` where none says anything. */
function fromAround<Said>(
  element: Element,
  known: Map<Element, Said>,
  otherwise: Said,
  say: (at: Element) => Said | undefined,
): Said {
  const way: Element[] = [];
  let said: Said | undefined;
  for (let at: Element | null = element; at && way.length < farthest; at = parentOf(at)) {
    said = known.get(at) ?? say(at);
    way.push(at);
    if (said !== undefined) break;
  }
  const found = said ?? otherwise;
  for (const each of way) known.set(each, found);
  return found;
}

import { isTransparent, isVisible, knownBoxOf, parentOf, selectAll } from './dom.ts';

const farthest = 20;

/**
 * Whether people can see what an element shows: the browser draws it, with a size, on the page and not beside it, not
 * cut off, and in another colour than its background.
 */
export function isSeen(element: Element): boolean {
  if (!isVisible(element)) return false;
  const style = getComputedStyle(element);
  const { right, bottom, width, height } = shownBox(element, style);
  if (right + scrollX <= 0 || bottom + scrollY <= 0 || (width === 0 && height === 0)) return false;
  const { color, fontSize, clipPath, contentVisibility, textDecorationLine } = style;
  // A text that is struck out no longer counts.
  if (textDecorationLine.includes('line-through')) return false;
  if (fontSize === '0px' || contentVisibility === 'hidden') return false;
  if (/inset\((?:50|100)%|circle\(0/.test(clipPath)) return false;
  return !isCutOff(element) && !isOfBackgroundColor(element, color);
}

/** The box of an element's contents, where it lies elsewhere than the element's own box or that has no size. */
function shownBox(element: Element, { textIndent }: CSSStyleDeclaration): DOMRect {
  const own = knownBoxOf(element);
  const isAsUsual = (own.width > 0 || own.height > 0) && Number.parseFloat(textIndent) > -99;
  if (isAsUsual) return own;
  const range = new Range();
  range.selectNodeContents(element);
  const box = range.getBoundingClientRect();
  return box.width || box.height ? box : own;
}

/** What a fact says of its element: `unseen` where people cannot see it, nothing else. */
export function unseenIf(element: Element): { unseen?: true } {
  return isSeen(element) && !isTransparent(element) ? {} : { unseen: true };
}

/**
 * By element, what holds for everything in it: neighbours share what is around them. For one reading, because every
 * injection runs this module anew.
 */
const cutOff = new Map<Element, boolean>();
const backgrounds = new Map<Element, string>();

/** Whether an element, or one around it, is a box without height or width that hides what does not fit. */
function isCutOff(element: Element): boolean {
  return fromAround(element, cutOff, false, (at) => {
    const { width, height } = knownBoxOf(at);
    const isFlat = Math.min(width, height) < 2;
    return isFlat && /hidden|clip/.test(getComputedStyle(at).overflow) ? true : undefined;
  });
}

/** Stands for a background picture, which may have any colour. */
const picture = 'a picture';
/** Stands for the page itself, which is white where nothing around an element has a background. */
const page = 'the page';

/** Whether an element's text has the colour of its background, or none at all. */
function isOfBackgroundColor(element: Element, color: string): boolean {
  if (isClear(color)) return true;
  const background = fromAround(element, backgrounds, page, (at) => {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    if (backgroundImage !== 'none') return picture;
    return isClear(backgroundColor) ? undefined : backgroundColor;
  });
  if (background !== page) return background === color;
  return color === 'rgb(255, 255, 255)' && areStylesLoaded();
}

let stylesLoaded: boolean | undefined;

/** Whether all style sheets of the page did load: one that is missing may have the background. */
function areStylesLoaded(): boolean {
  stylesLoaded ??= [...selectAll(document, 'link[rel~=stylesheet i]')].every(
    (link) => (link as HTMLLinkElement).sheet,
  );
  return stylesLoaded;
}

function isClear(color: string): boolean {
  return color === 'rgba(0, 0, 0, 0)' || /^rgba\(.*, 0\)$/.test(color);
}

/** Asks an element, then those around it, and returns the first result; `otherwise` where none has one. */
function fromAround<Result>(
  element: Element,
  known: Map<Element, Result>,
  otherwise: Result,
  ask: (at: Element) => Result | undefined,
): Result {
  const asked: Element[] = [];
  let result: Result | undefined;
  for (let at: Element | null = element; at && asked.length < farthest; at = parentOf(at)) {
    result = known.get(at) ?? ask(at);
    asked.push(at);
    if (result !== undefined) break;
  }
  const found = result ?? otherwise;
  for (const each of asked) known.set(each, found);
  return found;
}

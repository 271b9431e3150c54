/**
 * Reads nodes through the browser's own getters and methods. On the node itself, `form.closest` may be an input of that
 * name: the contents of a form or a document hide its own properties.
 * https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
 */
// The annotation lets the bundler leave out getters that an injected function does not use.
/* @__NO_SIDE_EFFECTS__ */
function property<Of, Key extends keyof Of>(of: { prototype: Of }, key: Key) {
  const get = Object.getOwnPropertyDescriptor(of.prototype, key)?.get;
  return (it: Node): Of[Key] => get?.call(it);
}

const typeOf = property(Node, 'nodeType');
const ownerOf = property(Node, 'ownerDocument');
const viewOf = property(Document, 'defaultView');
export const textOf = property(Node, 'textContent');
export const parentOf = property(Node, 'parentElement');
export const tagOf = property(Element, 'localName');
export const shadowOf = property(Element, 'shadowRoot');
export const beforeOf = property(Node, 'previousSibling');
export const behindOf = property(Node, 'nextSibling');
const firstNodeOf = property(Node, 'firstChild');
export const firstOf = property(Element, 'firstElementChild');
export const nextOf = property(Element, 'nextElementSibling');
export const previousOf = property(Element, 'previousElementSibling');
export const titleOf = property(Document, 'title');
export const wholeOf = property(Document, 'documentElement');
export const activeIn = property(Document, 'activeElement');
const bodyOf = property(Document, 'body');

export const isElement = (node: Node): node is Element => typeOf(node) === 1;
export const isText = (node: Node): node is Text => typeOf(node) === 3;
export const isDocument = (node: Node): node is Document => typeOf(node) === 9;
export const isShadowRoot = (node: Node): node is ShadowRoot => typeOf(node) === 11;

export function attribute(of: Element, name: string): string | null {
  return Element.prototype.getAttribute.call(of, name);
}

export function contains(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function selectAll(root: Node, selector: string): NodeListOf<Element> {
  const owner = isDocument(root) ? Document : isShadowRoot(root) ? DocumentFragment : Element;
  return owner.prototype.querySelectorAll.call(root, selector);
}

/** The elements of a document whose tag contains `part`. Empty for shadow roots, where XPath does not reach. */
export function elementsNamed(root: Node, part: string): Element[] {
  if (!isDocument(root)) return [];
  const path = `//*[contains(local-name(), '${part}')]`;
  const found = Document.prototype.evaluate.call(root, path, root, null, 7, null);
  return Array.from({ length: found.snapshotLength }, (_, at) => found.snapshotItem(at) as Element);
}

/** The text of an element that holds one text node and nothing else; undefined for other elements. */
export function onlyTextIn(element: Element): string | undefined {
  const node = firstNodeOf(element);
  return node && isText(node) && behindOf(node) === null ? node.data : undefined;
}

/** The text of a node that is a text; empty for others. */
export function ownTextOf(node: Node | null): string {
  return node && isText(node) ? node.data : '';
}

/** A walker over a root's nodes. `kinds`: bits of `NodeFilter`. */
export function walk(root: Node, kinds: number): TreeWalker {
  return Document.prototype.createTreeWalker.call(document, root, kinds);
}

/** The document or shadow root that a node is in; for a node that is in neither, its topmost ancestor. */
export function rootOf(of: Node): Node {
  return Node.prototype.getRootNode.call(of);
}

/** The host of the shadow root that an element is in; null outside shadow roots. */
export function hostOf(of: Element): Element | null {
  const root = rootOf(of);
  return isShadowRoot(root) ? root.host : null;
}

/** The frame that holds an element's document; null where there is none, or the page around it has another origin. */
export function frameOf(of: Element): Element | null {
  const owner = ownerOf(of);
  return (owner && viewOf(owner)?.frameElement) ?? null;
}

export function isFrame(element: Element): element is HTMLIFrameElement {
  return /^i?frame$/.test(tagOf(element));
}

/** The document in a frame; null where the element is no frame, or its document has another origin. */
export function documentIn(element: Element): Document | null {
  return isFrame(element) ? element.contentDocument : null;
}

/** The shadow host or the frame around an element; null where there is neither. */
export function outerOf(of: Element): Element | null {
  return hostOf(of) ?? frameOf(of);
}

/** The hosts and frames around an element, the outermost first, and the element itself at the end. */
export function wayTo(element: Element, longest = 20): Element[] {
  const way: Element[] = [];
  for (let at: Element | null = element; at && way.length < longest; at = outerOf(at)) {
    way.unshift(at);
  }
  return way;
}

/** Like `Element.closest`, but goes on through the hosts of shadow roots. */
export function closest(from: Element, selector: string): Element | null {
  for (let at: Element | null = from; at; at = hostOf(at)) {
    const found: Element | null = Element.prototype.closest.call(at, selector);
    if (found) return found;
  }
  return null;
}

/** Whether the browser draws an element, even if transparent or out of view. */
export function isVisible(element: Element): boolean {
  return isDrawn(element, { visibilityProperty: !isPageHidden() });
}

/** Whether an element has no opacity, perhaps only until the person scrolls to it. */
export function isTransparent(element: Element): boolean {
  return !isPageHidden() && !isDrawn(element, { opacityProperty: true });
}

function isDrawn(element: Element, asked: CheckVisibilityOptions): boolean {
  return Element.prototype.checkVisibility.call(element, asked);
}

/** For one reading: every injection runs this module anew. */
let hidden: boolean | undefined;

/**
 * Whether the page hides its whole body, as pages do until their styles or an experiment have loaded. Then a part's
 * invisibility says nothing about the part.
 * https://amp.dev/documentation/guides-and-tutorials/learn/spec/amp-boilerplate
 */
function isPageHidden(): boolean {
  const body = bodyOf(document);
  hidden ??=
    body !== null &&
    !isDrawn(body, { visibilityProperty: true, opacityProperty: true }) &&
    isDrawn(body, {});
  return hidden;
}

/** The box of an element, in pixels from the top left corner of the viewport. */
export function boxOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

const boxes = new Map<Element, DOMRect>();

/** The same, measured once per reading: a reading changes nothing in the page, so boxes stay as they are. */
export function knownBoxOf(element: Element): DOMRect {
  const known = boxes.get(element);
  if (known) return known;
  const box = boxOf(element);
  boxes.set(element, box);
  return box;
}

/** The element with the focus, also within shadow roots; null where the page or a frame as a whole has it. */
export function focusedElement(): Element | null {
  let focused = activeIn(document);
  for (let at = focused; at; at = shadowOf(at)?.activeElement ?? null) focused = at;
  return focused && !/^(body|html|i?frame)$/.test(tagOf(focused)) ? focused : null;
}

/** The first `longest` characters of a text in one line, without spaces around them. */
export function short(text: string | null | undefined, longest = 120): string {
  const start = (text ?? '').slice(0, longest * 4);
  return start.replace(/\s+/g, ' ').trim().slice(0, longest);
}

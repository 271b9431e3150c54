import type { OurWorld } from './chosen.ts';

/**
 * Finds, for each text that was read from the page, the innermost element that shows it: a link
 * with that address, an input with that value, or what holds the text. Looks into open shadow roots
 * and same-origin frames, changes nothing, and stops after a tenth of a second.
 *
 * Sent into the page as its own text. What it finds is kept in our world for `describeChosen`.
 */
export function locateValues(values: readonly string[]): void {
  const world: OurWorld & typeof globalThis = globalThis;
  const started = performance.now();
  const late = () => performance.now() - started > 100;
  const plain = (text: string | null | undefined) =>
    (text ?? '').replace(/[\s\p{Cf}]+/gu, ' ').trim();
  const wanted = values.map(plain);
  const found: (Element | undefined)[] = values.map(() => undefined);
  const sizes = values.map(() => Number.POSITIVE_INFINITY);
  const take = (place: number, element: Element, size: number) => {
    // Of two of the same size the later one is further in.
    if (size > (sizes[place] ?? 0)) return;
    found[place] = element;
    sizes[place] = size;
  };
  const unseen = /^(script|style|noscript|template|head|title|option|html|body)$/;
  const look = (element: Element) => {
    const shadow = element.shadowRoot;
    if (shadow?.nodeType === 11) roots.push(shadow);
    if (/^i?frame$/.test(element.localName)) {
      const framed = (element as HTMLIFrameElement).contentDocument;
      if (framed) roots.push(framed);
    }
    if (unseen.test(element.localName)) return;
    const input = element as HTMLInputElement;
    const isInput = /^(input|textarea)$/.test(element.localName);
    if (isInput && /^(password|hidden)$/.test(input.type)) return;
    const href = plain(Element.prototype.getAttribute.call(element, 'href'));
    const isLeaf = Element.prototype.querySelectorAll.call(element, '*').length < 12;
    const text = isInput
      ? plain(input.value)
      : isLeaf
        ? plain(element.textContent?.slice(0, 2000))
        : '';
    for (const [place, value] of wanted.entries()) {
      if (!value) continue;
      if (href === value) take(place, element, 0);
      else if (isInput && text === value) take(place, element, 1);
      else if (text.includes(value)) take(place, element, text.length + 1);
    }
  };
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (late()) break;
      try {
        look(element);
      } catch {
        // A form whose inputs go by the names of its properties.
      }
    }
  }
  world.kickoffChosen = found;
}

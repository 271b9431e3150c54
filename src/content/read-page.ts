import type { FactKind, PageFact, PageSnapshot, ReadingClues } from '../core/page-snapshot.ts';

/**
 * Reads what people see on a page, in its open shadow roots and same-origin frames: selection,
 * links, and text that may hold a number or an email address, the nearest first. Raw facts,
 * nothing decided. It changes nothing in the page and stops after a tenth of a second.
 *
 * `chrome.scripting.executeScript({ func: readPage, args: [clues] })` sends this function's own
 * text, so everything it needs is inside it. A frame that its parent can read answers with no
 * facts: the parent reads it. Inputs and structured data are read by `readRecord`.
 */
export function readPage(clues: ReadingClues = {}): PageSnapshot {
  const started = performance.now();
  const limit = { value: 4000, label: 120, all: 60_000, kind: 250, elements: 4000, roots: 400 };
  const facts: PageFact[] = [];
  const told = new Map<FactKind, number>();
  let room = limit.all;
  let complete = true;
  const late = (milliseconds: number) => {
    if (performance.now() - started < milliseconds) return false;
    complete = false;
    return true;
  };

  // A form or a document answers to the names of its contents before its own: `form.closest` may
  // be an input. https://html.spec.whatwg.org/multipage/forms.html#dom-form-nameditem
  const property = <Of, Key extends keyof Of>(of: { prototype: Of }, key: Key) => {
    const get = Object.getOwnPropertyDescriptor(of.prototype, key)?.get;
    return (it: Node): Of[Key] => get?.call(it);
  };
  const typeOf = property(Node, 'nodeType');
  const textOf = property(Node, 'textContent');
  const parentOf = property(Node, 'parentElement');
  const tagOf = property(Element, 'localName');
  const shadowOf = property(Element, 'shadowRoot');
  const previousOf = property(Element, 'previousElementSibling');
  const contains = (outer: Node, inner: Node) => Node.prototype.contains.call(outer, inner);
  const attribute = (of: Element, name: string) => Element.prototype.getAttribute.call(of, name);
  const all = (root: Node, selector: string): NodeListOf<Element> => {
    const type = typeOf(root);
    const owner = type === 9 ? Document : type === 11 ? DocumentFragment : Element;
    return owner.prototype.querySelectorAll.call(root, selector);
  };
  const hostOf = (of: Element): Element | null => {
    const root: Node & { host?: Element } = Node.prototype.getRootNode.call(of);
    return (typeOf(root) === 11 && root.host) || null;
  };
  /** Like `Element.closest`, and on out of shadow roots. */
  const closest = (from: Element, selector: string): Element | null => {
    for (let at: Element | null = from; at; ) {
      const found: Element | null = Element.prototype.closest.call(at, selector);
      if (found) return found;
      at = hostOf(at);
    }
    return null;
  };
  const short = (text: string | null | undefined, longest = limit.label) => {
    const start = (text ?? '').slice(0, longest * 4);
    return start.replace(/\s+/g, ' ').trim().slice(0, longest);
  };
  const tell = (kind: FactKind, value: string, label: string, more: Partial<PageFact>) => {
    const fact: PageFact = { kind, value: value.trim(), ...(label && { label }), ...more };
    const size = value.length + label.length + (more.name?.length ?? 0);
    const count = (told.get(kind) ?? 0) + 1;
    if (!fact.value) return;
    if (count > limit.kind || size > room || value.length > limit.value) complete = false;
    else {
      told.set(kind, count);
      room -= size;
      facts.push(fact);
    }
  };
  /** What cannot be read must not cost the rest. On a busy machine, too, a few of each kind are read. */
  const each = <Item>(items: Iterable<Item>, read: (item: Item) => void) => {
    let count = 0;
    for (const item of items) {
      if (++count > limit.elements) complete = false;
      if (count > limit.elements || (count % 64 === 0 && late(95))) return;
      try {
        read(item);
      } catch {}
    }
  };

  const visible = (element: Element) =>
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
  const boxOf = (of: Element) => Element.prototype.getBoundingClientRect.call(of);
  const selected: Node[] = [];
  let focus = property(Document, 'activeElement')(document);
  for (let at = focus; at; at = shadowOf(at)?.activeElement ?? null) focus = at;
  const focused = focus && !/^(body|html|i?frame)$/.test(tagOf(focus)) ? focus : null;
  const furniture =
    'nav, footer, [role=navigation], [role=banner], [role=contentinfo], header:not(main *, article *, section *, [role=main] *)';
  const placeOf = (element: Element): NonNullable<PageFact['place']> => {
    if (selected.some((node) => contains(element, node))) return 'selection';
    if (focused && contains(focused, element)) return 'focus';
    if (closest(element, furniture)) return 'rest';
    const box = boxOf(element);
    const inside =
      box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    if (inside) return 'viewport';
    return closest(element, 'main, [role=main], article') ? 'main' : 'rest';
  };
  /** What stands beside an element, or above it in a table, and says what it is. */
  const labelOf = (element: Element): string => {
    const own = ['aria-label', 'data-label', 'title'].map((name) =>
      short(attribute(element, name)),
    );
    const cell = closest(element, 'td, [role=cell], [role=gridcell]');
    const row = cell && parentOf(cell);
    const table = row && closest(row, 'table, [role=table], [role=grid]');
    const head = table && Element.prototype.querySelector.call(table, 'tr, [role=row]');
    const column = row ? Array.prototype.indexOf.call(row.children, cell) : 0;
    const above = head?.children[column];
    if (above?.matches('th, [role=columnheader]')) own.push(short(textOf(above), 60));
    let at: Element | null = own.some(Boolean) ? null : element;
    for (let up = 0; at && up < 4; up++) {
      const beside = previousOf(at);
      const end = beside || /^(td|tr|li|p|body|dd)$/.test(tagOf(at));
      if (beside && !/^(tr|li|p|script|style)$/.test(tagOf(beside)))
        own.push(short(textOf(beside), 70));
      at = end ? null : (parentOf(at) ?? hostOf(at));
    }
    return own
      .filter((words) => words.length < 70 && !/\d{4}/.test(words))
      .join(' ')
      .trim();
  };

  const readSelection = (root: Node) => {
    const selection = typeOf(root) === 9 ? Document.prototype.getSelection.call(root) : null;
    if (!selection?.rangeCount) return;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    // The text of all that is selected costs a layout of it.
    if (typeOf(around) === 1 && all(around, '*').length > 3000) return;
    const text = String(selection).slice(0, limit.value);
    if (!text.trim()) return;
    selected.push(range.startContainer);
    tell('selection', text, '', { place: 'selection' });
  };
  const readLink = (link: Element) => {
    const href = attribute(link, 'href') ?? '';
    const speaks =
      /^\s*(tel|callto|sms|mailto|whatsapp):|^https?:\/\/(wa\.me|\w+\.whatsapp\.com)\//i;
    if (!speaks.test(href) || !visible(link)) return;
    tell('link', href, `${labelOf(link)} ${short(textOf(link), 60)}`.trim(), {
      place: placeOf(link),
    });
  };
  const inline =
    /^(a|abbr|b|bd[io]|big|cite|code|data|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|su[bp]|time|tt|u|var)$/;
  const unseen = /^(script|style|noscript|template|textarea|select|option|title|head|svg)$/;
  /** An element's text as people see it: pieces apart from each other, a line for a block. */
  const textWithin = (block: Element): string => {
    const walker = Document.prototype.createTreeWalker.call(document, block, 5);
    let text = '';
    for (
      let node = walker.nextNode();
      node && text.length < limit.value;
      node = walker.nextNode()
    ) {
      if (typeOf(node) === 1) text += inline.test(tagOf(node as Element)) ? '' : '\n';
      else if (!unseen.test(tagOf(parentOf(node) ?? block))) {
        const { data } = node as Text;
        text += wordy.test(text.at(-1) ?? '') && wordy.test(data[0] ?? '') ? ` ${data}` : data;
      }
    }
    return text;
  };
  const wordy = /[0-9A-Za-zÀ-￿]/;
  const digits = /(?:[\d٠-٩۰-۹０-９][\s().\-‐-―/]*){6}|\d{3}[-. )]{1,2}[A-Z]{3}|@/;
  const sign = /[\d٠-٩۰-۹０-９@]/;
  const piece = /^[\s\d().+\-/]*\d[\s().+\-/]*$/;
  const numberLike =
    /(?:[+(]\s?)?[\d٠-٩۰-۹０-９](?:[\d٠-٩۰-۹０-９\s().\-‐-―/A-Z]){4,28}[\d٠-٩۰-۹０-９A-Z]|[^\s@<>]{1,64}@[^\s@<>]{1,64}\.\w/g;
  /** Elements whose text may hold a number, with the text, or with nothing where it does not. */
  const blocks = new Map<Element, string>();
  const findText = (root: Node, from = root, most = Number.POSITIVE_INFINITY) => {
    const walker = Document.prototype.createTreeWalker.call(document, root, 4);
    walker.currentNode = from;
    for (let node = walker.nextNode(), count = 1; node; node = walker.nextNode(), count++) {
      if (count > most || (count % 256 === 0 && late(70))) return;
      const { data } = node as Text;
      if (!sign.test(data) || (!digits.test(data) && !piece.test(data))) continue;
      let block = parentOf(node);
      while (block && inline.test(tagOf(block)) && parentOf(block)) block = parentOf(block);
      if (!block || blocks.has(block)) continue;
      const whole = textOf(block) ?? '';
      const text = whole.length < limit.value ? whole : data;
      blocks.set(block, digits.test(text) && !unseen.test(tagOf(block)) ? text : '');
    }
  };
  /** The surroundings of everything that looks like a number, cut where no number is cut. */
  const tellText = (block: Element, place: PageFact['place']) => {
    const long = blocks.get(block) ?? '';
    const text = textOf(block) === long ? textWithin(block) : long;
    const label = labelOf(block);
    const found = [...text.matchAll(numberLike)];
    if (found.length > 0 && text.length < 400) return tell('text', text, label, { place });
    for (const { index, 0: number } of found) {
      const before = /[^\n\d]{0,60}$/.exec(text.slice(Math.max(0, index - 60), index))?.[0] ?? '';
      const end = index + number.length;
      const after = /^[^\n\d+(]{0,40}/.exec(text.slice(end, end + 40))?.[0] ?? '';
      tell('text', before + number + after, label, { place });
    }
  };

  /** The document, its open shadow roots and same-origin frames, and theirs. */
  const roots: Node[] = window.frameElement ? [] : [document];
  let seen = 0;
  for (const root of roots) {
    for (const frame of all(root, 'iframe, frame') as NodeListOf<HTMLIFrameElement>)
      if (frame.contentDocument) roots.push(frame.contentDocument);
    const elements = all(root, '*');
    for (let at = 0; at < elements.length && (++seen % 1024 || !late(30)); at++) {
      // Forms, whose properties cannot be trusted, host no shadow root.
      const shadow = elements[at]?.shadowRoot;
      if (shadow && typeOf(shadow) === 11) roots.push(shadow);
    }
    if (!complete || roots.length > limit.roots) break;
  }
  if (clues.linkUrl) tell('clicked-link', clues.linkUrl, '', { place: 'selection' });
  if (clues.selectionText) tell('selection', clues.selectionText, '', { place: 'selection' });
  each(roots, readSelection);
  each(roots, (root) => each(all(root, 'a[href], area[href]'), readLink));
  // In a page too large to be read to its end, what is in view comes first: further down the
  // document is, mostly, further down the page.
  const elements = complete ? [] : all(document, '*');
  let low = 0;
  for (let high = elements.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (boxOf(elements[middle] as Element).bottom <= 0) low = middle + 1;
    else high = middle;
  }
  if (elements[low]) findText(document, elements[low], 2000);
  each(roots, (root) => findText(root));
  const placed: { block: Element; place: PageFact['place'] }[] = [];
  each(blocks, ([block, text]) => {
    if (text && visible(block)) placed.push({ block, place: placeOf(block) });
  });
  const order = ['selection', 'focus', 'viewport', 'main', 'rest'];
  const nearest = order.flatMap((place) => placed.filter((one) => one.place === place));
  if (nearest.length > limit.kind) complete = false;
  each(nearest.slice(0, limit.kind), ({ block, place }) => tellText(block, place));
  const language = attribute(property(Document, 'documentElement')(document), 'lang') ?? '';
  const title = property(Document, 'title')(document);
  return { url: location.href, title, language, complete, facts };
}

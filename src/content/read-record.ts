import type { FactKind, FieldSelector, PageFact, PageSnapshot } from '../core/page-snapshot.ts';

/**
 * Reads what a page, its open shadow roots and same-origin frames state in so many words: inputs,
 * terms with their values, headings, JSON-LD, microdata, RDFa, microformats, meta elements, and the
 * elements that a site rule points at. Raw facts, nothing decided, nothing changed.
 *
 * Sent to the page as `readPage` is, with everything it needs inside. Passwords, card numbers,
 * one-time codes and hidden inputs are never looked at.
 */
export function readRecord(
  clues: { selectors?: readonly FieldSelector[] | undefined } = {},
): PageSnapshot {
  const started = performance.now();
  const limit = { value: 4000, all: 40_000, kind: 150, elements: 2000, roots: 400, time: 80 };
  const facts: PageFact[] = [];
  const told = new Map<FactKind, number>();
  let room = limit.all;
  let complete = true;
  const late = (milliseconds: number) => {
    if (performance.now() - started < milliseconds) return false;
    complete = false;
    return true;
  };

  // As in `readPage`: forms and documents answer to the names of their contents first.
  const property = <Of, Key extends keyof Of>(of: { prototype: Of }, key: Key) => {
    const get = Object.getOwnPropertyDescriptor(of.prototype, key)?.get;
    return (it: Node): Of[Key] => get?.call(it);
  };
  const typeOf = property(Node, 'nodeType');
  const textOf = property(Node, 'textContent');
  const tagOf = property(Element, 'localName');
  const shadowOf = property(Element, 'shadowRoot');
  const nextOf = property(Element, 'nextElementSibling');
  const previousOf = property(Element, 'previousElementSibling');
  const attribute = (of: Element, name: string) => Element.prototype.getAttribute.call(of, name);
  const all = (root: Node, selector: string): NodeListOf<Element> => {
    const type = typeOf(root);
    const owner = type === 9 ? Document : type === 11 ? DocumentFragment : Element;
    return owner.prototype.querySelectorAll.call(root, selector);
  };
  const short = (text: string | null | undefined, longest = 120) =>
    (text ?? '')
      .slice(0, longest * 4)
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, longest);
  const tell = (kind: FactKind, value: string, more: Partial<PageFact> = {}) => {
    const count = (told.get(kind) ?? 0) + 1;
    const size = value.length + (more.label?.length ?? 0) + (more.name?.length ?? 0);
    if (!value.trim()) return;
    if (count > limit.kind || size > room || value.length > limit.value) complete = false;
    else {
      told.set(kind, count);
      room -= size;
      facts.push({ kind, value: value.trim(), ...more });
    }
  };
  const each = <Item>(items: Iterable<Item>, read: (item: Item) => void) => {
    let count = 0;
    for (const item of items) {
      if (++count > limit.elements) complete = false;
      // On a busy machine, too, a few of each kind are read.
      if (count > limit.elements || (count % 64 === 0 && late(limit.time))) return;
      try {
        read(item);
      } catch {
        // Broken JSON or a selector that is none must not cost the rest.
      }
    }
  };
  const visible = (element: Element) =>
    Element.prototype.checkVisibility.call(element, { visibilityProperty: true });
  const content = (of: Element) =>
    attribute(of, 'content') ?? attribute(of, 'href') ?? short(textOf(of), 300);

  let focus = property(Document, 'activeElement')(document);
  for (let at = focus; at; at = shadowOf(at)?.activeElement ?? null) focus = at;
  const secret =
    /passw|one-time|\bcc-|card.?n|kreditkart|cv[vc]\b|\botp\b|\bpin\b|secret|token|\bssn\b|\biban\b/i;
  const readInput = (input: HTMLInputElement & { selectedOptions?: ArrayLike<Element> }) => {
    const keys = ['autocomplete', 'type', 'inputmode', 'name', 'id'];
    const name = short(keys.map((key) => attribute(input, key) ?? '').join(' '));
    const beside = previousOf(input);
    const label =
      (input.labels?.[0] && short(textOf(input.labels[0]))) ||
      short(attribute(input, 'aria-label') ?? attribute(input, 'placeholder')) ||
      (beside && tagOf(beside) !== 'input' ? short(textOf(beside), 60) : '');
    if (!/^(text|tel|email|search|url|number|textarea|select-one)$/.test(input.type)) return;
    if (secret.test(name) || secret.test(label) || !visible(input)) return;
    const chosen = input.selectedOptions?.[0];
    const value = chosen ? short(textOf(chosen)) : input.value.slice(0, 500);
    const place = input === focus ? 'focus' : 'main';
    tell('input', value, { name, label, place });
    if (place === 'main' || chosen) return;
    const part = value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0);
    tell('selection', part, { label, place: 'selection' });
  };
  const readPair = (term: Element) => {
    const next = nextOf(term);
    const label = short(textOf(term), 80);
    if (!next || !label || label.length > 60) return;
    if (/^(th|dt|label|input|select|textarea|script|style)$/.test(tagOf(next))) return;
    if (visible(next)) tell('pair', short(textOf(next), 200), { label });
  };

  const readJson = (script: Element) => {
    const leaves: PageFact[] = [];
    const walk = (at: unknown, name: string, depth: number) => {
      if (depth > 12 || leaves.length >= limit.kind || at === null || at === '') return;
      if (Array.isArray(at)) for (const item of at) walk(item, name, depth + 1);
      else if (typeof at === 'object') {
        const type = Object.entries(at).find(([key]) => key === '@type')?.[1];
        const here = typeof type !== 'string' ? name : name ? `${name}:${type}` : type;
        for (const [key, value] of Object.entries(at))
          if (key === '@graph') walk(value, '', depth + 1);
          else if (!/^@(type|context)$/.test(key)) walk(value, `${here}.${key}`, depth + 1);
      } else leaves.push({ kind: 'json-ld', value: String(at), name });
    };
    walk(JSON.parse(textOf(script) ?? ''), '', 0);
    for (const { value, name } of leaves) if (value.length < 300) tell('json-ld', value, { name });
  };
  const readProperty = (kind: 'microdata' | 'rdfa', scope: string, type: string, key: string) => {
    return (element: Element) => {
      const thing: Element | null = Element.prototype.closest.call(element, `[${scope}]`);
      const role = thing && attribute(thing, key);
      const what = thing && attribute(thing, type)?.replace(/.*[/#:]/, '');
      const name = `${role ? `${role}:` : ''}${what ?? ''}.${attribute(element, key)?.replace(/.*:/, '')}`;
      tell(kind, content(element), { name });
    };
  };
  const readCard = (element: Element) => {
    const classes = ` ${attribute(element, 'class')} `;
    const name = /\s(?:[pu]-)?(tel|email|fn|name|uid)\s/.exec(classes)?.[1];
    const type = all(element, '.type')[0];
    const value = all(element, '.value')[0] ?? element;
    if (name) tell('microformat', content(value), { name, label: type ? short(textOf(type)) : '' });
  };
  const readMeta = (meta: Element) => {
    const name = attribute(meta, 'name') ?? attribute(meta, 'property');
    if (name) tell('meta', short(attribute(meta, 'content'), 300), { name });
  };
  /** ` >>> ` steps into an open shadow root or a same-origin frame. */
  const find = (root: Node, [selector = '', ...deeper]: string[]): Element | undefined => {
    const found = all(root, selector);
    if (deeper.length === 0) return found[0];
    for (const host of found) {
      const inside = shadowOf(host) ?? (host as HTMLIFrameElement).contentDocument;
      const element = inside && find(inside, deeper);
      if (element) return element;
    }
    return undefined;
  };
  const readField = ({ field, selector, attribute: key }: FieldSelector) => {
    const element = find(document, selector.split(/\s*>>>\s*/));
    if (!element || secret.test(attribute(element, 'autocomplete') ?? '')) return;
    const isInput = /^(input|textarea|select)$/.test(tagOf(element));
    const input = element as HTMLInputElement;
    if (isInput && /^(password|hidden)$/.test(input.type)) return;
    const value = key ? attribute(element, key) : isInput ? input.value : textOf(element);
    tell('site-rule', (value ?? '').slice(0, limit.value), { name: field });
  };

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
  const readers: [string, (element: Element) => void][] = [
    ['script[type="application/ld+json"]', readJson],
    ['input, select, textarea', (input) => readInput(input as HTMLInputElement)],
    ['h1', (heading) => visible(heading) && tell('heading', short(textOf(heading)))],
    [
      '[itemscope] [itemprop]:not([itemscope])',
      readProperty('microdata', 'itemscope', 'itemtype', 'itemprop'),
    ],
    [
      '[typeof] [property]:not([typeof], meta[name])',
      readProperty('rdfa', 'typeof', 'typeof', 'property'),
    ],
    ['.h-card [class], .vcard [class]', readCard],
    ['meta[content]', readMeta],
    ['dt, th, label, [class*=label i], tr > td:first-child:nth-last-child(2)', readPair],
  ];
  each(clues.selectors ?? [], readField);
  for (const [selector, read] of readers) each(roots, (root) => each(all(root, selector), read));
  return { url: location.href, title: '', language: '', complete, facts };
}

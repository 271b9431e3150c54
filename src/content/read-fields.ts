import type { FieldSelector } from '../core/settings/site-rule.ts';
import { attribute, documentIn, selectAll, shadowOf, tagOf, textOf } from './dom.ts';
import { isSecret } from './read-inputs.ts';
import type { Reading } from './reading.ts';

const longest = 4000;

/** Reads the elements that the selectors of site rules find, but no secrets. */
export function readFields(reading: Reading, fields: readonly FieldSelector[]): void {
  reading.each(fields, ({ field, selector, attribute: key, types }) => {
    const element = find(document, selector.split(/\s*>>>\s*/));
    if (!element || isSecret(attribute(element, 'autocomplete') ?? '')) return;
    const isInput = /^(input|textarea|select)$/.test(tagOf(element));
    const input = element as HTMLInputElement;
    if (/^(password|hidden)$/.test(input.type)) return;
    const value = key ? attribute(element, key) : isInput ? input.value : textOf(element);
    reading.tell('site-rule', (value ?? '').slice(0, longest), { name: field, label: types });
  });
}

/** ` >>> ` steps into an open shadow root or a same-origin frame. */
function find(root: Node, [selector = '', ...deeper]: readonly string[]): Element | undefined {
  const found = selectAll(root, selector);
  if (deeper.length === 0) return found[0];
  for (const host of found) {
    const inside = shadowOf(host) ?? documentIn(host);
    const element = inside && find(inside, deeper);
    if (element) return element;
  }
  return undefined;
}

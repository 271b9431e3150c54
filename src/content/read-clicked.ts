import type { OurWorld } from './chosen.ts';
import { previousOf, short, tagOf, textOf } from './dom.ts';

/** More than a person can have meant. */
const longest = 300;

/**
 * The text of the element that the menu button was last pressed on, and what stands beside it;
 * nothing where that was a while ago, or where it holds more than a person can have meant. Secrets
 * are not read.
 *
 * Sent into the page with `?injected`.
 */
export function readClicked(): { text: string; label: string; at: number } | null {
  const world: OurWorld & typeof globalThis = globalThis;
  const { element, at } = world.kickoffClicked ?? { at: 0 };
  delete world.kickoffClicked;
  if (!element?.isConnected || Date.now() - at > 30_000) return null;
  const isInput = /^(input|textarea)$/.test(tagOf(element));
  const { type, autocomplete, value } = element as HTMLInputElement;
  if (isInput && /^(password|hidden)$/.test(type)) return null;
  if (isInput && /one-time|cc-|password/.test(autocomplete)) return null;
  const text = short(isInput ? value : textOf(element), longest + 1);
  if (text.length === 0 || text.length > longest) return null;
  const cell = 'td, dd, [role=cell], [role=gridcell]';
  const beside: Element = Element.prototype.closest.call(element, cell) ?? element;
  const before = previousOf(beside);
  return { text, label: before ? short(textOf(before), 100) : '', at };
}

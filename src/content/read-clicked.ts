import type { OurWorld } from './chosen.ts';
import { previousOf, short, tagOf, textOf } from './dom.ts';

/** A longer text holds more than a person can have meant. */
const longest = 300;

/**
 * Reads the text of the element on which the person last opened the context menu, and what stands before it. Null where
 * that was more than 30 seconds ago, where the text is too long, or where the element holds a secret.
 *
 * The worker injects this with `?injected`.
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

import type { OurWorld } from './chosen.ts';

/**
 * Remembers which element the menu button was pressed on, because the browser tells it to no
 * extension afterwards. Only in pages of sites that the person lets be read without a click.
 *
 * Sent into the page as its own text; a second time, it does nothing.
 */
export function rememberClick(): void {
  const world: OurWorld & typeof globalThis & { kickoffRemembers?: true } = globalThis;
  if (world.kickoffRemembers) return;
  world.kickoffRemembers = true;
  window.addEventListener(
    'contextmenu',
    (event) => {
      const [element] = event.composedPath();
      if (element instanceof Element) world.kickoffClicked = { element, at: Date.now() };
    },
    { capture: true, passive: true },
  );
}

/**
 * The text of the element that the menu button was last pressed on, and what stands beside it;
 * nothing where that was a while ago, or where it holds more than a person can have meant. Secrets
 * are not read.
 */
export function readClicked(): { text: string; label: string; at: number } | null {
  const world: OurWorld & typeof globalThis = globalThis;
  const { element, at } = world.kickoffClicked ?? { at: 0 };
  delete world.kickoffClicked;
  if (!element?.isConnected || Date.now() - at > 30_000) return null;
  const plain = (text: string | null | undefined) =>
    (text ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim();
  const isInput = /^(input|textarea)$/.test(element.localName);
  const { type, autocomplete } = element as HTMLInputElement;
  if (isInput && /^(password|hidden)$/.test(type)) return null;
  if (isInput && /one-time|cc-|password/.test(autocomplete)) return null;
  const text = plain(isInput ? (element as HTMLInputElement).value : element.textContent);
  if (text.length === 0 || text.length > 300) return null;
  const beside = element.closest('td, dd, [role=cell], [role=gridcell]') ?? element;
  const label = plain(beside.previousElementSibling?.textContent).slice(0, 100);
  return { text, label, at };
}

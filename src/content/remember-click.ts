import type { OurWorld } from './chosen.ts';

/**
 * Remembers which element the menu button was pressed on, because the browser tells it to no
 * extension afterwards. Only in pages of sites that the person lets be read without a click.
 *
 * Sent into the page with `?injected`; a second time, it does nothing.
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

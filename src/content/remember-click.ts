import type { OurWorld } from './chosen.ts';

/**
 * Remembers on which element the person opens the context menu, because the browser does not give it to the extension
 * afterwards. Only for pages of sites that Kickoff may read without a click.
 *
 * The worker injects this with `?injected`; a second time, it does nothing.
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

import type { GlanceAnswer } from '../core/page/document.ts';

interface Watch {
  changes: number;
  askedAt: number;
}

/** Where the extension keeps its watch in its own world of the page, which the page cannot see. */
const place = Symbol.for('kickoff watch');

/** So long after the last glance the watch ends by itself, in milliseconds. */
const patience = 3_000;

/**
 * Where the page is, and how often its content has changed since the watch began. Sent into the page with
 * `?injected`, over and over while a view is open. Nothing of it stays once no view looks any more.
 */
export function glance(): GlanceAnswer {
  const world = globalThis as { [place]?: Watch };
  world[place] ??= begin(world);
  const watch = world[place];
  watch.askedAt = performance.now();
  return { address: location.href, changes: watch.changes, loadedAt: performance.timeOrigin };
}

function begin(world: { [place]?: Watch }): Watch {
  const watch: Watch = { changes: 0, askedAt: performance.now() };
  const observer = new MutationObserver(() => {
    watch.changes += 1;
    if (performance.now() - watch.askedAt < patience) return;
    observer.disconnect();
    delete world[place];
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return watch;
}

import type { GlanceAnswer } from '../core/page/document.ts';

interface Watch {
  changes: number;
  address: string;
  /** How often it became another one. */
  moves: number;
  /** When a view last asked, on the clock of `performance.now()`. */
  askedAt: number;
}

/** The property of our own world (`OurWorld`) that holds the watch. */
const place = Symbol.for('kickoff watch');

/** How long the watch goes on after the last glance, in milliseconds. */
const patience = 3_000;

/**
 * Says at which address the page is, and how often that and its content have changed since the watch began. A view
 * injects this with `?injected` over and over while it is open. Once no view asks any more, the watch ends at the next
 * change.
 */
export function glance(): GlanceAnswer {
  const world = globalThis as { [place]?: Watch };
  world[place] ??= begin(world);
  const watch = world[place];
  watch.askedAt = performance.now();
  follow(watch);
  const { address, changes, moves } = watch;
  return { address, changes, moves, loadedAt: performance.timeOrigin };
}

function follow(watch: Watch): void {
  if (watch.address === location.href) return;
  watch.address = location.href;
  watch.moves += 1;
}

function begin(world: { [place]?: Watch }): Watch {
  const watch: Watch = {
    changes: 0,
    address: location.href,
    moves: 0,
    askedAt: performance.now(),
  };
  const observer = new MutationObserver(() => {
    watch.changes += 1;
    // An application that goes on to a third record at once has changed something for the second.
    follow(watch);
    if (performance.now() - watch.askedAt < patience) return;
    observer.disconnect();
    delete world[place];
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  return watch;
}

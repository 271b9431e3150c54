import { openClicked } from './click.ts';
import { deliver } from './reading.ts';
import { isThere } from './tab.ts';
import { happen, hear } from './view.ts';
import { begin, work } from './worker.ts';
import type { OpenView, World } from './world.ts';

/** One step of time, in milliseconds. */
export const tick = 50;

/** Lets time pass, and what is due in it happen. */
export function pass(world: World, time: number): void {
  for (const end = world.now + time; world.now < end; ) {
    world.now += tick;
    const { now } = world;
    for (const { page } of world.tabs) if (!page.isHung()) page.pass(now);
    openClicked(world);
    for (const view of world.views) if (view) passIn(world, view);
    const ready = world.due.filter(({ at }) => at <= now);
    world.due = world.due.filter(({ at }) => at > now);
    for (const { handed } of ready) begin(world, handed);
    work(world);
  }
}

function passIn(world: World, view: OpenView): void {
  const { now } = world;
  const { page } = view.tab;
  deliver(world, view);
  hear(world, view);
  if (view.glanceAt <= now) {
    view.glanceAt = now + 300;
    const { documentId, address, loadedAt = 0 } = page.now();
    const counts = { changes: page.changes(), moves: page.moves() };
    const glance = { documentId, address, ...counts, loadedAt };
    const isSeen = isThere(view);
    if (!isSeen || !page.isHung())
      happen(world, view, { type: 'glanced', glance: isSeen ? glance : undefined });
  }
  const woken = view.wakes.filter((at) => at <= now);
  view.wakes = view.wakes.filter((at) => at > now);
  for (const _ of woken) happen(world, view, { type: 'woken' });
}

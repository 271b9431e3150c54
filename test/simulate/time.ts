import { deliver, happen, hear } from './view.ts';
import { begin, work } from './worker.ts';
import type { OpenView, World } from './world.ts';

/** One step of time, in milliseconds. */
export const tick = 50;

/** Lets time pass, and what is due in it happen. */
export function pass(world: World, time: number): void {
  for (const end = world.now + time; world.now < end; ) {
    world.now += tick;
    const { now, page } = world;
    if (!page.isHung()) page.pass(now);
    for (const view of world.views) if (view) passIn(world, view);
    const ready = world.due.filter(({ at }) => at <= now);
    world.due = world.due.filter(({ at }) => at > now);
    for (const { handed } of ready) begin(world, handed);
    work(world);
  }
}

function passIn(world: World, view: OpenView): void {
  const { now, page } = world;
  deliver(world, view);
  hear(world, view);
  if (view.glanceAt <= now) {
    view.glanceAt = now + 300;
    const { documentId, address, loadedAt = 0 } = page.now();
    const counts = { changes: page.changes(), moves: page.moves() };
    const glance = { documentId, address, ...counts, loadedAt };
    if (!page.isHung()) happen(world, view, { type: 'glanced', glance });
  }
  const woken = view.wakes.filter((at) => at <= now);
  view.wakes = view.wakes.filter((at) => at > now);
  for (const _ of woken) happen(world, view, { type: 'woken' });
}

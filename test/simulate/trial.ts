import { type Act, isInView, type Trial } from './act.ts';
import type { Check } from './check.ts';
import { doInTab } from './in-tab.ts';
import { doInView } from './in-view.ts';
import type { Defect } from './rules.ts';
import { pass, tick } from './time.ts';
import { openWorld, type World } from './world.ts';

/**
 * Runs one trial: a tab, what happens in it, and two views beside it, which decide by the very reducer of
 * the product. Throws a `Violation` as soon as an invariant does not hold.
 *
 * @param defect a fault to plant
 */
export function runTrial(trial: Trial, defect?: Defect): Check['counts'] {
  const world = openWorld(trial, defect);
  for (const act of trial.acts) {
    does(world, act);
    pass(world, tick);
  }
  // Longer than any wait that the server asks for.
  pass(world, 8_000);
  return world.check.counts;
}

function does(world: World, act: Act): void {
  if (!isInView(act)) {
    doInTab(world, act);
    return;
  }
  const view = world.views[act.view];
  if (view) doInView(world, view, act);
}

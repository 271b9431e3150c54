import { type Arranged, settingsOf } from '../harness/view-world.ts';
import type { ActInTab } from './act.ts';
import { click } from './click.ts';
import { pass } from './time.ts';
import { closeTab, sleepBehind, turn } from './turn.ts';
import { happen, openView, tell } from './view.ts';
import { cancel, end, goOnSignedIn } from './worker.ts';
import { sessionIn, type World } from './world.ts';

/** Has something happen in the tab in front, to the tabs, or to who is signed in. */
export function doInTab(world: World, act: ActInTab): void {
  const { front, views, now } = world;
  const { page } = front;
  // A list leads to records by loading them.
  const isMovable = !page.isHung() && !page.isList() && !isUnread(world);
  switch (act.act) {
    case 'go':
      page.go(act.customer, now);
      break;
    case 'route':
      if (isMovable) page.route(act.customer, now, now + act.late);
      break;
    case 'redraw':
      if (isMovable) page.redraw(act.customer);
      break;
    case 'hang':
      page.hang(act.is);
      break;
    case 'list':
      page.list(now);
      break;
    case 'wait':
      pass(world, act.time);
      break;
    case 'open':
      if (!views[act.view]) openView(world, act.view);
      break;
    case 'close':
      views[act.view] = undefined;
      break;
    case 'menu':
      click(world, act.selects ? { selection: world.check.own.number(front) } : {});
      break;
    case 'address-bar':
      click(world, { number: world.check.own.number(front) });
      break;
    case 'fax':
      if (isMovable) page.fax(act.is);
      break;
    case 'settings':
      setUp(world, { isElsewhere: act.place === 1, confirmLaunch: act.asks });
      break;
    case 'policy':
      allow(world, act.forbids);
      break;
    case 'limit':
      world.limited = 1;
      break;
    case 'worker-ends':
      end(world);
      break;
    case 'cancel':
      cancel(world);
      break;
    case 'sleep':
      sleep(world);
      break;
    case 'talk':
      world.talks.begin(act.customer, now);
      break;
    case 'hang-up':
      world.talks.hangUp(now);
      break;
    case 'person':
      signIn(world, act.isAda);
      break;
    case 'expire':
      world.isExpired = true;
      break;
    case 'turn':
      turn(world);
      break;
    case 'close-tab':
      closeTab(world);
      break;
    case 'sleep-behind':
      sleepBehind(world);
      break;
  }
}

/**
 * Whether a view has not read its page yet, or is about to open. Another record under the same address, in that time, is
 * a known limit: nothing that the view has tells it from the one before.
 */
function isUnread({ views, front, clicks }: World): boolean {
  const { documentId } = front.page.now();
  if (clicks.some(({ tab }) => tab === front)) return true;
  return views.some((view) => view?.tab === front && !view.knows.has(documentId));
}

/** The organization allows only so much from now on. */
function allow(
  world: World,
  forbids: 'flow' | 'connection' | 'launching at once' | undefined,
): void {
  const isAtOnceOff = forbids === 'launching at once';
  const launchAtOnce = world.trial.launchAtOnce && !isAtOnceOff;
  setUp(world, { launchAtOnce, forbids: isAtOnceOff ? undefined : forbids });
}

/** What is timed goes on where it was; what goes by the clock finds it ten minutes on. */
function sleep(world: World): void {
  const time = 600_000;
  world.now += time;
  for (const { next } of world.jobs) next.at += time;
}

/** The person, or a policy, sets the connection up in another way. One elsewhere has a session of its own. */
function setUp(world: World, change: Partial<Arranged>): void {
  world.arranged = { ...world.arranged, ...change };
  world.session = sessionIn(world);
  const part = { settings: settingsOf(world.arranged), session: world.session };
  for (const view of world.views) {
    if (!view) continue;
    const { launching } = view.state;
    happen(world, view, { type: 'stored', part });
    if (deafTo.has(world.defect)) {
      view.state = { ...view.state, launching };
    }
  }
}

const deafTo: ReadonlySet<World['defect']> = new Set([
  'other settings do not stop a launch',
  'a policy that comes is not heard',
]);

function signIn(world: World, isAda: boolean): void {
  world.isAda = isAda;
  world.isExpired = false;
  const session = sessionIn(world);
  world.session = session;
  goOnSignedIn(world);
  if (world.defect === 'nobody compares the person') return;
  tell(world, { session });
}

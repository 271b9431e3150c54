import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectionName } from '../../../test/harness/launch-question.ts';
import { openWorkerWorld, type WorkerWorld } from '../../../test/harness/worker-world.ts';

let world: WorkerWorld;

describe('the popup, after signing in', () => {
  const popup = { contextType: 'POPUP', documentUrl: 'x/src/popup/index.html', focused: false };
  const signIn = () => world.ask('signIn', { connection: connectionName });

  /** The sign-in window has closed, the popup is still there, and nothing has the focus yet. */
  beforeEach(async () => {
    world = await openWorkerWorld();
    await world.start();
    world.browser.views.push({ ...popup });
    world.browser.focusedWindow = undefined;
  });

  afterEach(() => world.close());

  /** Chrome closes a popup whose window gets the focus. */
  const giveWindowFocus = () => {
    world.browser.focusedWindow = 1;
    world.browser.views.length = 0;
  };

  test('comes back also if it goes only as the focus comes back', async () => {
    await signIn();
    await world.pass(150);
    giveWindowFocus();
    await world.pass(1_000);
    expect(world.browser.opened).toEqual([{ what: 'popup' }]);
  });

  test('comes back also on a slow computer, where the focus takes two seconds', async () => {
    await signIn();
    await world.pass(2_000);
    giveWindowFocus();
    await world.pass(1_000);
    expect(world.browser.opened).toEqual([{ what: 'popup' }]);
  });

  test('comes back once the focus rests: opened before, it would go with it', async () => {
    await signIn();
    giveWindowFocus();
    await world.pass(100);
    world.browser.focusedWindow = undefined;
    await world.pass(200);
    expect(world.browser.opened).toEqual([]);
    giveWindowFocus();
    await world.pass(1_000);
    expect(world.browser.opened).toEqual([{ what: 'popup' }]);
  });

  test('does not come back if it had the focus again, and the person closed it', async () => {
    world.browser.views[0] = { ...popup, focused: true };
    await signIn();
    giveWindowFocus();
    await world.pass(5_000);
    expect(world.browser.opened).toEqual([]);
  });

  test('is not opened where none was: a launch from the side panel signs in, too', async () => {
    world.browser.views[0] = {
      ...popup,
      contextType: 'SIDE_PANEL',
      documentUrl: 'x/src/sidepanel/index.html',
    };
    await signIn();
    world.browser.focusedWindow = 1;
    await world.pass(5_000);
    expect(world.browser.opened).toEqual([]);
  });

  test('is not opened where it stayed, although the person is in another program', async () => {
    await signIn();
    await world.pass(5_000);
    expect(world.browser.opened).toEqual([]);
  });
});

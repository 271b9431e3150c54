import { beforeEach, describe, expect, test } from 'vitest';
import { agent, author } from '../../test/harness/genesys.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

async function launched(milliseconds: number) {
  const customer = { name: 'Alice Martin', number: '+15550100' };
  return (await world.launched({ customer }, milliseconds)).request;
}

describe('the toolbar button', () => {
  test('counts what runs, until it has ended', async () => {
    world.server.endsAs = 'RUNNING';
    await launched(1_000);
    expect(world.browser.badge.text).toBe('1');
    expect(world.browser.badge.title).toMatch(
      /^Kickoff: 1 launch is running\nRequest callback · Alice Martin, \+15550100 · Running$/,
    );
    world.server.endsAs = 'COMPLETED';
    await world.pass(60_000);
    expect(world.browser.badge.text).toBe('');
  });

  test('says that it is not known of something whether it runs, and follows it by an alarm', async () => {
    world.server.hasHistory = false;
    world.server.arm({ path: /executions$/, status: 503 });
    await launched(3_000);
    expect(world.browser.badge.text).toBe('?');
    expect(world.browser.alarms.has('follow')).toBe(true);
  });
});

describe('for whom a launch is', () => {
  const person = { userId: author.id, orgId: 'org-1' };
  const customer = { name: 'Alice Martin', number: '+15550100' };
  const named = () => world.browser.badge.title.includes('Alice');

  beforeEach(async () => {
    world.server.endsAs = 'RUNNING';
    world.server.loggedIn = author;
    await world.ask('signIn', { connection: 'Example' });
    await world.launched({ customer, by: { person } }, 1_000);
    expect(named()).toBe(true);
  });

  test('is no longer named by the button once the person has signed out', async () => {
    await world.ask('signOut', { connection: 'Example' });
    await world.settle();
    expect(named()).toBe(false);
    expect(world.browser.badge.text).toBe('1');
  });

  test('is named to another person neither by the button nor by a notification', async () => {
    world.server.loggedIn = agent;
    await world.ask('signIn', { connection: 'Example' });
    await world.settle();
    expect(named()).toBe(false);
    world.server.endsAs = 'COMPLETED';
    await world.pass(60_000);
    const [told] = [...world.browser.notifications.values()];
    expect(told).toMatchObject({ title: 'Request callback', message: 'Completed' });
  });
});

describe('a notification', () => {
  test('tells how a launch ended, if no view shows it', async () => {
    const { id } = await launched(5_000);
    expect(world.browser.notifications.get(`launch ${id}`)).toMatchObject({
      title: 'Request callback',
      message: 'Completed · Alice Martin, +15550100',
    });
  });

  test.each([
    [
      'a view is open',
      () => world.browser.views.push({ contextType: 'POPUP', documentUrl: 'x/src/popup/' }),
    ],
    ['they are turned off', () => world.configure({ notifications: false })],
  ])('does not where %s', async (_, arrange) => {
    arrange();
    await launched(5_000);
    expect(world.browser.notifications.size).toBe(0);
  });

  test('does not where the view that showed the end is closed while the badge is drawn', async () => {
    world.browser.views.push({ contextType: 'POPUP', documentUrl: 'x/src/popup/' });
    let hasEnded = false;
    world.onCall = (call, args) => {
      hasEnded ||= call === 'storage.local.set' && JSON.stringify(args).includes('"completed"');
      if (hasEnded && call.startsWith('action.')) world.browser.views.length = 0;
    };
    await launched(5_000);
    expect(world.browser.views).toEqual([]);
    expect(world.browser.notifications.size).toBe(0);
  });

  const click = async (id: string) => {
    world.events().onNotificationClick.tell(`launch ${id}`);
    await world.pass(2_000);
  };
  const opensIn = (tabId: number) => world.browser.session.values.get(`opened-launch ${tabId}`);

  test('leads back to the tab of its launch, whichever is in front', async () => {
    const { id } = await launched(5_000);
    world.browser.session.values.set('shown-launch 1', id);
    for (const tab of world.browser.tabs) tab.active = false;
    world.browser.tabs.push({ id: 2, windowId: 1, active: true });
    await click(id);
    expect(world.browser.tabs.map(({ active }) => active)).toEqual([true, false]);
    expect(opensIn(1)).toBe(id);
    expect(world.browser.opened).toHaveLength(1);
  });

  test('shows its launch in the tab in front where its own has gone', async () => {
    const { id } = await launched(5_000);
    world.browser.tabs.splice(0, 1, { id: 2, windowId: 1, active: true });
    await click(id);
    expect(opensIn(2)).toBe(id);
    expect(world.browser.session.values.get('shown-launch 2')).toBe(id);
    expect(world.browser.opened).toHaveLength(1);
  });
});

import { describe, expect, test } from 'vitest';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

describe('a click in the menu', () => {
  const click = async () => {
    world.events().onMenuClick.tell({ menuItemId: 'launch' }, { id: 1 });
    await world.pass(4_000);
  };
  const intention = () => world.browser.session.values.get('intention 1');

  test('opens the popup in the window of the tab that was clicked in', async () => {
    await click();
    expect(world.browser.opened).toEqual([{ what: 'popup', windowId: 1 }]);
    expect(intention()).toMatchObject({ tabId: 1 });
  });

  test.each<[string, () => void]>([
    [
      'another tab',
      () => {
        for (const tab of world.browser.tabs) tab.active = false;
        world.browser.tabs.push({ id: 2, windowId: 1, url: 'https://b.example/', active: true });
      },
    ],
    [
      'another window',
      () => {
        world.browser.tabs.push({ id: 2, windowId: 2, url: 'https://b.example/', active: true });
        world.browser.focusedWindow = 2;
      },
    ],
  ])('opens nothing where the person went on to %s, says so, and leads back', async (_, goOn) => {
    goOn();
    await click();
    expect(world.browser.opened).toEqual([]);
    expect(intention()).toBeUndefined();
    expect(world.browser.notifications.get('tab 1')?.title).toBe('Kickoff was not opened');
    world.events().onNotificationClick.tell('tab 1');
    await world.pass(1_000);
    expect(world.browser.tabs.find(({ id }) => id === 1)?.active).toBe(true);
    expect(world.browser.focusedWindow).toBe(1);
    expect(world.browser.opened).toHaveLength(1);
  });

  test('opens nothing where storage refuses what was pointed at, and says so', async () => {
    world.onCall = (call) => {
      if (call === 'storage.session.set') throw new Error('QUOTA_BYTES quota exceeded');
    };
    await click();
    expect(world.browser.opened).toEqual([]);
    expect(world.browser.notifications.get('tab 1')).toEqual({
      title: 'Kickoff was not opened',
      message: 'Free some space in this browser profile, then try again.',
    });
  });

  test('remembers the address of a page that cannot be read', async () => {
    await click();
    expect(intention()).toMatchObject({
      document: {
        documentId: expect.stringMatching(/^unread /),
        address: 'https://crm.example.com/contacts/1',
      },
    });
  });

  test('is there on inputs, too', async () => {
    world.stop();
    await world.start({ begin: true });
    expect(world.browser.menu.length).toBeGreaterThan(1);
    expect(world.browser.menu.every(({ contexts }) => contexts.includes('editable'))).toBe(true);
  });
});

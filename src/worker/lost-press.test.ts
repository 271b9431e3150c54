import { describe, expect, test } from 'vitest';
import { extensionOrigin } from '../../test/harness/chrome/browser.ts';
import { fakeEvent } from '../../test/harness/chrome/event.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const told = () => world.browser.notifications.get('tab 1');

describe('a view that closes while a launch is on its way out of it', () => {
  const ours = { id: new URL(extensionOrigin).host, url: `${extensionOrigin}src/popup/index.html` };

  /** A view opens a line, says perhaps that it is done, and is gone. */
  async function opens(name: string, sender: object, isDone: boolean): Promise<void> {
    const line = {
      ...{ name, sender },
      onMessage: fakeEvent<[unknown]>(),
      onDisconnect: fakeEvent<[]>(),
    };
    world.events().onConnect.tell(line);
    if (isDone) line.onMessage.tell('done');
    line.onDisconnect.tell();
    await world.pass(1_000);
  }

  test('shows a notification that leads back', async () => {
    await opens('launching 1', ours, false);
    expect(told()).toEqual({
      title: 'Nothing was launched',
      message: 'Kickoff was closed before it had looked at the page. Click here and launch again.',
    });
    world.events().onNotificationClick.tell('tab 1');
    await world.pass(1_000);
    expect(world.browser.opened).toHaveLength(1);
  });

  test.each<[string, string, object, boolean]>([
    ['of which it said that it is done', 'launching 1', ours, true],
    ['of a script in a page', 'launching 1', { ...ours, url: 'https://crm.example.com/' }, false],
    ['of another extension', 'launching 1', { ...ours, id: 'abcdefghijklmnop' }, false],
    ['for no tab', 'launching x', ours, false],
    ['for something else', 'other 1', ours, false],
  ])('is told nothing for a line %s', async (_, name, sender, isDone) => {
    await opens(name, sender, isDone);
    expect(world.browser.notifications.size).toBe(0);
  });
});

describe('a launch that the worker does not begin', () => {
  const elsewhere = {
    tabId: 7,
    documentId: 'document-1',
    address: 'https://crm.example.com/',
    facts: [],
  };

  test('shows a notification if no view is open any more', async () => {
    await world.launched({ look: elsewhere });
    expect(told()).toMatchObject({
      title: 'Nothing was launched',
      message: expect.stringMatching(/^This tab is gone/),
    });
  });

  test('shows no notification while a view is open to say it', async () => {
    world.browser.views.push({ documentUrl: `${extensionOrigin}src/popup/index.html` } as never);
    await world.launched({ look: elsewhere });
    expect(world.browser.notifications.size).toBe(0);
  });
});

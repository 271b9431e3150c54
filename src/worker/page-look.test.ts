import { describe, expect, test } from 'vitest';
import { agent, author, passed } from '../../test/harness/genesys.ts';
import { address, fact, look, ofAlice, pageSays } from '../../test/harness/page-of-alice.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';
import type { PageFact } from '../core/page/snapshot.ts';

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const says = (facts: PageFact[], when?: Parameters<typeof pageSays>[2]) =>
  pageSays(world, facts, when);

/** The tab is on another page, which cannot be read, or does not answer before so many milliseconds. */
function goesTo(url: string | undefined, after?: number) {
  const [tab] = world.browser.tabs;
  if (url === undefined) delete tab?.url;
  else Object.assign(tab ?? {}, { url });
  if (after === undefined) world.browser.pages.delete(1);
  else says([], { after });
}

/** The page was loaded anew under the same address, and does not answer. */
function isLoadedAnew(): void {
  world.browser.pages.set(1, async ({ target }) => {
    if (target.documentIds) throw new Error('No document with id document-1 in tab with id 1');
    await passed(60_000);
    return [];
  });
}

const launched = () => world.launched({ look });

describe('a page that is looked at once more before the POST', () => {
  test.each<[string, () => void]>([
    ['says the same', () => says([ofAlice])],
    ['says the same and more', () => says([fact('tel:+15550199'), ofAlice])],
    ['cannot be read any more', () => {}],
    ['does not answer', () => says([], { after: 60_000 })],
  ])('and %s: the launch is sent', async (_, arrange) => {
    arrange();
    expect((await launched()).record?.state).toBe('completed');
    expect(world.server.posts()).toHaveLength(1);
  });

  test.each<[string, () => void]>([
    ['is another customer’s', () => says([fact('tel:+15550199')])],
    ['has another address', () => says([ofAlice], { url: `${address}#2` })],
    [
      'is another document of the same address',
      () => says([ofAlice], { documentId: 'document-2' }),
    ],
    ['says nothing any more', () => says([])],
    ['does not answer, and has another address', () => goesTo(`${address}2`, 60_000)],
    ['cannot be read, and has another address', () => goesTo(`${address}2`)],
    ['cannot be read, and the browser no longer tells its address', () => goesTo(undefined)],
    ['does not answer, and was loaded anew under the same address', isLoadedAnew],
  ])('and %s: nothing is sent, and nothing is kept', async (_, arrange) => {
    arrange();
    const { answer, record } = await launched();
    expect(answer).toMatchObject({ failure: { code: 'page-changed' } });
    expect(record).toBeUndefined();
    expect(world.server.posts()).toEqual([]);
  });

  test('whose tab is gone: nothing is sent, and nothing is kept', async () => {
    says([ofAlice]);
    world.browser.tabs.length = 0;
    world.browser.pages.clear();
    const { answer, record } = await launched();
    expect(answer).toMatchObject({ failure: { code: 'tab-gone' } });
    expect(record).toBeUndefined();
    expect(world.server.posts()).toEqual([]);
  });

  test('that could not be read, and can be by now: nothing is sent', async () => {
    says([ofAlice]);
    const unread = { ...look, documentId: 'unread 1 1', facts: [] };
    const { answer } = await world.launched({ look: unread });
    expect(answer).toMatchObject({ failure: { code: 'page-changed' } });
    expect(world.server.posts()).toEqual([]);
  });

  test('and one of whose frames does not answer: the launch does not wait for it', async () => {
    const alone = { frameId: 0, documentId: 'document-1' };
    const result = { url: address, title: '', language: '', complete: true, facts: [ofAlice] };
    world.browser.pages.set(1, async ({ target }) => {
      if (target.allFrames) await passed(60_000);
      return [{ ...alone, result }];
    });
    const asked = Date.now();
    await launched();
    expect((world.server.posts()[0]?.at ?? asked + 1e6) - asked).toBeLessThanOrEqual(10);
  });

  test('and says it in one of its frames: the launch is sent', async () => {
    const snapshot = (facts: PageFact[]) => ({
      ...{ url: address, title: '', language: '', complete: true, facts },
    });
    world.browser.pages.set(1, async ({ target }) => [
      { frameId: 0, documentId: 'document-1', result: snapshot([]) },
      ...(target.allFrames
        ? [{ frameId: 3, documentId: 'document-3', result: snapshot([ofAlice]) }]
        : []),
    ]);
    expect((await launched()).record?.state).toBe('completed');
  });

  test('is not read where the organization no longer allows it', async () => {
    says([ofAlice]);
    void world.browser.managed.set({ allowedSites: ['https://other.example/*'] });
    await launched();
    expect(world.calls).not.toContain('scripting.executeScript');
  });

  test('costs no time of its own beside the turns of storage', async () => {
    world.latency = 10;
    says([ofAlice], { after: 10 });
    const asked = Date.now();
    await launched();
    expect((world.server.posts()[0]?.at ?? 0) - asked).toBeLessThanOrEqual(40);
  });
});

describe('what the person chose from the page', () => {
  const chosen = [{ kind: 'text' as const, text: '+1 555 0199' }];
  const fax: PageFact = { kind: 'text', value: 'Fax +1 555 0199' };
  const sent = async () => {
    await world.launched({ look: { ...look, chosen } });
    return world.server.posts().length;
  };

  test('is sent while it stands there', async () => {
    says([ofAlice, fax]);
    expect(await sent()).toBe(1);
  });

  test('is not sent when it does not stand there any more', async () => {
    says([ofAlice]);
    expect(await sent()).toBe(0);
  });
});

describe('while a slow page is looked at', () => {
  /** Launches as Ada, and something happens while the page takes its time to answer. */
  const meanwhile = async (happens: () => void) => {
    says([ofAlice], { after: 400 });
    const by = { person: { userId: author.id, orgId: 'org-1' } };
    const question = world.request({ look, by });
    const answers = world.tell('launch', question);
    await world.pass(200);
    happens();
    await world.pass(5_000);
    const code = world.record(question.id)?.failure?.code;
    const [answer] = answers;
    return [world.server.posts().length, answer?.ok ? code : answer?.failure.code];
  };

  test('nothing happens: the launch is sent', async () => {
    expect(await meanwhile(() => {})).toEqual([1, undefined]);
  });

  test.each<[string, () => void, string]>([
    [
      'the organization forbids the flow',
      () => void world.browser.managed.set({ allowedFlows: [] }),
      'flow-not-allowed',
    ],
    [
      'the connection is deleted',
      () => void world.browser.local.set({ settings: { version: 1, connections: [] } }),
      'connection-missing',
    ],
    ['another person signs in', () => void world.signIn(agent), 'another-person'],
  ])('%s: nothing is sent', async (_, happens, code) => {
    expect(await meanwhile(happens)).toEqual([0, code]);
  });
});

describe('a launch that something keeps, such as a limit or signing in', () => {
  const waits = () =>
    world.server.arm({
      path: /executions$/,
      status: 429,
      json: { code: 'too.many.requests' },
      headers: { 'retry-after': '5' },
    });
  const begins = async () => {
    says([ofAlice]);
    waits();
    const begun = await world.launched({ look }, 2_000);
    expect(world.server.posts()).toHaveLength(1);
    return begun.request.id;
  };
  const ends = async (id: string) => {
    await world.pass(10_000);
    return [world.server.posts().length, world.record(id)?.failure?.code];
  };

  test('is sent when the page still says the same', async () => {
    expect(await ends(await begins())).toEqual([2, undefined]);
  });

  test('is not sent when the page itself says something else by then', async () => {
    const id = await begins();
    says([fact('tel:+15550199')]);
    expect(await ends(id)).toEqual([1, 'page-changed']);
  });

  test('is sent for whom it was meant when the person went on to another page', async () => {
    const id = await begins();
    says([fact('tel:+15550199')], { url: `${address}2`, documentId: 'document-2' });
    expect(await ends(id)).toEqual([2, undefined]);
  });

  test('is not sent when the organization has forbidden its flow meanwhile', async () => {
    const id = await begins();
    void world.browser.managed.set({ allowedFlows: [] });
    expect(await ends(id)).toEqual([1, 'flow-not-allowed']);
  });

  test('is not sent when another person signs in while the page is looked at again', async () => {
    const id = await begins();
    says([ofAlice], { after: 400 });
    await world.pass(3_200);
    world.signIn(agent);
    expect(await ends(id)).toEqual([1, 'another-person']);
  });

  test('is not sent when signing in took more than two minutes', async () => {
    says([ofAlice]);
    world.browser.session.values.clear();
    const visit = world.browser.visit;
    world.browser.visit = async (details) => {
      if (details.interactive) await passed(150_000);
      return visit(details);
    };
    const { request } = await world.launched({ look, by: undefined }, 200_000);
    expect(world.record(request.id)?.failure?.code).toBe('too-late-to-send');
    expect(world.server.posts()).toEqual([]);
  });
});

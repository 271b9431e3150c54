import { describe, expect, test } from 'vitest';
import { agent, author, passed } from '../../test/harness/genesys.ts';
import { address, fact, look, ofAlice, pageSays } from '../../test/harness/page-of-alice.ts';
import { signedInWorker } from '../../test/harness/signed-in-worker.ts';
import type { WorkerWorld } from '../../test/harness/worker-world.ts';
import type { PageFact } from '../core/page/snapshot.ts';

// What becomes of a launch that something keeps: a limit, signing in, a server that is hard to reach, sleep.

let world: WorkerWorld;
signedInWorker((opened) => {
  world = opened;
});

const page = { title: 'Alice Martin', address };
const by = { person: { userId: author.id, orgId: 'org-1' } };
const hour = 3_600_000;

const says = (facts: PageFact[]) => pageSays(world, facts);

/** What the server answers the next POST in place of launching. */
function answers(status: number, headers = {}): void {
  world.server.arm({ path: /executions$/, status, json: { code: 'some.code' }, headers });
}

/** How many POSTs left, and why the launch was refused. */
async function endOf(id: string, milliseconds = 10_000) {
  await world.pass(milliseconds);
  return [world.server.posts().length, world.record(id)?.failure?.code];
}

/** Launches while the server asks for a wait of five seconds, two of which pass. */
async function waits(): Promise<string> {
  says([ofAlice]);
  answers(429, { 'retry-after': '5' });
  return (await world.launched({ look, page, by }, 2_000)).request.id;
}

/** A sign-in window stays open for so long, while something happens. */
function windowStaysOpen(milliseconds: number, happens = () => {}): void {
  const visit = world.browser.visit;
  world.browser.visit = async (details) => {
    if (details.interactive) {
      await passed(milliseconds / 2);
      happens();
      await passed(milliseconds / 2);
    }
    return visit(details);
  };
}

const forbidsTheFlow = () => void world.browser.managed.set({ allowedFlows: [] });

describe('nothing leaves later than two minutes after it was due', () => {
  test('where the computer sleeps while the launch waits', async () => {
    const id = await waits();
    world.setClock(hour);
    expect(await endOf(id)).toEqual([1, 'too-late-to-send']);
  });

  test('where the computer sleeps before the worker has begun', async () => {
    says([ofAlice]);
    const meantAt = Date.now() - hour;
    const { request } = await world.launched({ look, meantAt });
    expect(await endOf(request.id)).toEqual([0, 'too-late-to-send']);
  });

  test('where the computer sleeps before the server asks for a wait', async () => {
    says([ofAlice]);
    const headers = { 'retry-after': '5' };
    const tooMany = { status: 429, json: { code: 'some.code' }, headers };
    world.server.arm({ path: /executions$/, ...tooMany, delayMs: 1_000 });
    const { request } = await world.launched({ look, page, by }, 500);
    world.setClock(hour);
    expect(await endOf(request.id)).toEqual([1, 'too-late-to-send']);
  });

  test('where the server takes the token no more, and signing in takes long', async () => {
    says([ofAlice]);
    answers(401);
    windowStaysOpen(hour);
    world.server.loggedIn = undefined;
    const { request } = await world.launched({ look }, 1_000);
    world.server.loggedIn = author;
    expect(await endOf(request.id, 2 * hour)).toEqual([1, 'too-late-to-send']);
  });
});

test('a flow that the organization forbids while the person signs in is not launched', async () => {
  says([ofAlice]);
  world.browser.session.values.clear();
  windowStaysOpen(20_000, forbidsTheFlow);
  const { request } = await world.launched({ look, by: undefined }, 1_000);
  expect(await endOf(request.id, 60_000)).toEqual([0, 'flow-not-allowed']);
});

test('a connection that begins to ask while a slow page is looked at launches nothing', async () => {
  pageSays(world, [ofAlice], { after: 400 });
  const answers = world.tell('launch', world.request({ look, page, by }));
  await world.pass(200);
  world.configure({ connections: [{ ...world.connection, confirmLaunch: true }] });
  await world.pass(5_000);
  expect(answers).toMatchObject([{ failure: { code: 'settings-changed' } }]);
  expect(world.server.posts()).toEqual([]);
});

describe('while Kickoff asks whether a server is there that it did not reach', () => {
  const meanwhile = async (happens: () => void) => {
    says([ofAlice]);
    world.server.arm({ path: /executions$/, drop: 'unreachable' });
    world.server.arm({ path: /tokens\/me$/, method: 'HEAD', delayMs: 4_000 });
    const { request } = await world.launched({ look, by }, 2_000);
    happens();
    return endOf(request.id);
  };

  test('nothing happens: it is sent', async () => {
    expect(await meanwhile(() => {})).toEqual([1, undefined]);
  });

  test.each<[string, () => void, string]>([
    ['another person signs in', () => void world.signIn(agent), 'another-person'],
    ['the organization forbids the flow', forbidsTheFlow, 'flow-not-allowed'],
  ])('%s: nothing is sent', async (_, happens, code) => {
    expect(await meanwhile(happens)).toEqual([0, code]);
  });
});

describe('a launch that waits, and whose worker ends', () => {
  const afterAnotherWorker = async (happens: () => void) => {
    const id = await waits();
    world.stop();
    happens();
    return endOf(id, 60_000);
  };

  test('is sent by the next worker while the page says the same', async () => {
    expect(await afterAnotherWorker(() => {})).toEqual([2, undefined]);
  });

  test('is not sent when the page itself says something else by then', async () => {
    const happens = () => says([fact('tel:+15550199')]);
    expect(await afterAnotherWorker(happens)).toEqual([1, 'page-changed']);
  });

  test('is not sent when nobody knows any more what the page said', async () => {
    const happens = () => {
      world.browser.session.values.clear();
      world.signIn(author);
    };
    expect(await afterAnotherWorker(happens)).toEqual([1, 'wait-outlived']);
  });
});

describe('a page that becomes another one while something keeps the launch for a second', () => {
  const becomesAnother = () => says([fact('tel:+15550199')]);

  test('as signing in does: nothing is sent', async () => {
    says([ofAlice]);
    world.browser.session.values.clear();
    windowStaysOpen(1_000, becomesAnother);
    const { request } = await world.launched({ look, page, by: undefined }, 5_000);
    expect(await endOf(request.id)).toEqual([0, 'page-changed']);
  });

  test('as a limit does: nothing more is sent', async () => {
    says([ofAlice]);
    answers(429, { 'retry-after': '1' });
    const { request } = await world.launched({ look, page, by }, 300);
    becomesAnother();
    expect(await endOf(request.id)).toEqual([1, 'page-changed']);
  });

  test('as a server does that is hard to reach: nothing is sent', async () => {
    says([ofAlice]);
    world.server.arm({ path: /executions$/, drop: 'unreachable' });
    world.server.arm({ path: /tokens\/me$/, method: 'HEAD', delayMs: 1_000 });
    const { request } = await world.launched({ look, page, by }, 500);
    becomesAnother();
    expect(await endOf(request.id)).toEqual([0, 'page-changed']);
  });
});

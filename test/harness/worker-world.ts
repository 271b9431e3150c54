import { vi } from 'vitest';
import type { Outcome } from '../../src/core/base/failure.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import { connectionKey, connectionSchema } from '../../src/core/settings/settings.ts';
import type { Question, QuestionName } from '../../src/core/view/protocol.ts';
import { chromeFor, clientsFor, type FakeEvents, fakeEvents, type Gate } from './chrome/api.ts';
import { extensionOrigin, fakeBrowser } from './chrome/browser.ts';
import { author, fakeGenesys, passed } from './genesys.ts';
import { clientId, connectionName, launchQuestion } from './launch-question.ts';
import { renewModules } from './renew-modules.ts';
import { replace } from './replace.ts';
import { fakeClock, type Timers } from './worker-clock.ts';

/** One life of the worker: what was loaded, and what it still waits for. */
interface Life {
  events: FakeEvents;
  timers: Timers;
}

const never = () => new Promise<never>(() => {});

/**
 * The worker in a browser of its own, before a server of its own, by a clock that the test moves.
 * The worker can be stopped between any two calls of the browser and started again: then its modules
 * are loaded anew, and what the earlier one waited for never comes.
 */
export async function openWorkerWorld() {
  const browser = fakeBrowser();
  const server = fakeGenesys();
  const connection = connectionSchema.parse({
    name: connectionName,
    environment: { region: server.domain },
    clientId,
  });
  const key = connectionKey(connection);
  /** Every call of the browser, in order. */
  const calls: string[] = [];
  let life: Life | undefined;
  /** Set by a test: rejects a call, or stops the worker at it. */
  let onCall: (call: string, args: readonly unknown[]) => void = () => {};
  let isOnline = true;
  /** How long storage takes for every call, in milliseconds. */
  let latency = 0;
  const clock = fakeClock(() => life?.timers);
  /** What the worker complained about. */
  const complaints: unknown[] = [];
  const restoreWarn = replace(console, 'warn', (...words) => void complaints.push(...words));
  browser.visit = async ({ url, interactive }) => server.authorize(url, { interactive });
  browser.local.values.set('settings', { version: 1, connections: [connection] });
  browser.local.values.set('disclosure', true);

  /** What belongs to one life hears nothing any more once that life is over. */
  function globalsFor(own: Life | undefined): void {
    const alive = () => own !== undefined && life === own;
    const gate: Gate = async (call, args) => {
      if (!alive()) return never();
      calls.push(call);
      onCall(call, args);
      if (!alive()) return never();
      await (latency > 0 && call.startsWith('storage.') ? passed(latency) : null);
      if (!alive()) return never();
    };
    vi.stubGlobal('chrome', chromeFor(browser, own?.events ?? fakeEvents(), gate));
    vi.stubGlobal('clients', clientsFor(browser, gate));
    vi.stubGlobal('navigator', {
      get onLine() {
        return isOnline;
      },
      locks: {
        request: (name: string, work: (lock: { name: string }) => unknown) =>
          alive()
            ? browser.locks.request(name, (lock) => (alive() ? work(lock) : never()))
            : never(),
      },
    });
    vi.stubGlobal('fetch', async (url: string | URL, init?: RequestInit) => {
      if (!alive()) return never();
      const response = await server.fetch(url, init);
      return alive() ? response : never();
    });
  }

  /** Waits until nothing more happens at this moment of the clock. */
  async function settle(): Promise<void> {
    for (let quiet = 0, before = -1; quiet < 3; ) {
      await new Promise((resolve) => setImmediate(resolve));
      const now = calls.length + server.seen.length;
      quiet = now === before && clock.isIdle() ? quiet + 1 : 0;
      before = now;
    }
  }

  /** Moves the clock on, with everything that comes due on the way, alarms included. */
  async function pass(milliseconds: number): Promise<void> {
    const end = Date.now() + milliseconds;
    while (!(await passToNext(end)));
  }

  /** Sets the computer's clock, as a person can; timers go by another one. */
  function setClock(by: number): void {
    vi.setSystemTime(Date.now() + by);
    for (const [timer, at] of life?.timers ?? []) life?.timers.set(timer, at + by);
  }

  /** Moves the clock on to what comes due next, or to the end where that comes first: then it is over. */
  async function passToNext(end: number): Promise<boolean> {
    await settle();
    const alarms = [...browser.alarms.values()].map(({ at }) => at);
    const next = Math.min(end, ...alarms, ...(life?.timers.values() ?? []));
    await vi.advanceTimersByTimeAsync(Math.max(0, next - Date.now()));
    await settle();
    await ringAlarms();
    return next >= end;
  }

  async function ringAlarms(): Promise<void> {
    for (const [name, alarm] of [...browser.alarms]) {
      if (alarm.at > Date.now()) continue;
      if (alarm.period) browser.alarms.set(name, { ...alarm, at: Date.now() + alarm.period });
      else browser.alarms.delete(name);
      if (life === undefined) await start();
      life?.events.onAlarm.tell({ name });
      await settle();
    }
  }

  /** Loads the worker, as the browser does for an event; `begin` tells that the browser has started. */
  async function start({ begin = false } = {}): Promise<void> {
    if (life !== undefined) throw new Error('The worker runs already');
    const own: Life = { events: fakeEvents(), timers: new Map() };
    life = own;
    globalsFor(own);
    renewModules();
    await import('../../src/worker/main.ts');
    if (begin) own.events.onStartup.tell();
    await settle();
  }

  /** Stops the worker as the browser does: at once, whatever it was doing. */
  function stop(): void {
    const ended = life;
    if (ended === undefined) return;
    life = undefined;
    for (const timer of ended.timers.keys()) clock.forget(timer);
    for (const event of Object.values(ended.events)) event.forget();
    for (const area of [browser.local, browser.session, browser.managed]) area.onChanged.forget();
    browser.locks.release();
  }

  /** Asks the worker as a view does, waking it where it sleeps; undefined where it never answers. */
  async function ask<Name extends QuestionName>(
    name: Name,
    question: Question<Name>,
  ): Promise<Outcome<null> | undefined> {
    if (life === undefined) await start();
    const answers = tell(name, question);
    const end = Date.now() + 60_000;
    await settle();
    while (answers.length === 0 && life !== undefined && !(await passToNext(end)));
    return answers[0];
  }

  /** Asks a worker that runs, without moving the clock; the answer is in the list once it came. */
  function tell<Name extends QuestionName>(name: Name, question: Question<Name>): Outcome<null>[] {
    const sender = {
      id: new URL(extensionOrigin).host,
      url: `${extensionOrigin}src/popup/index.html`,
    };
    const answers: Outcome<null>[] = [];
    life?.events.onMessage.tell({ ask: name, question }, sender, (answer) =>
      answers.push(answer as Outcome<null>),
    );
    return answers;
  }

  function signIn(user = author): string {
    const accessToken = server.issueToken(user);
    browser.session.values.set(`session ${key}`, {
      accessToken,
      expiresAt: Date.now() + 86_000_000,
      user: { ...user, email: '' },
      organization: { id: 'org-1', name: 'Example Org' },
    });
    return accessToken;
  }

  const request = (more?: Partial<Question<'launch'>>) =>
    launchQuestion(browser.local.values.get('settings'), more);

  const record = (id: string) => browser.local.values.get(`launch ${id}`) as Launch | undefined;

  return {
    browser,
    server,
    calls,
    complaints,
    connection,
    key,
    pass,
    setClock,
    settle,
    start,
    stop,
    isRunning: () => life !== undefined,
    events: () => {
      if (life === undefined) throw new Error('The worker does not run');
      return life.events;
    },
    ask,
    tell,
    /** Settings as the options page writes them; what is not named stays. */
    configure: (settings: object): void => {
      const before = browser.local.values.get('settings');
      void browser.local.set({ settings: { ...Object(before), ...settings } });
    },
    /** Signs a person in, as an earlier worker left it. */
    signIn,
    request,
    record,
    /** Launches, and lets a while pass. */
    launched: async (more: Partial<Question<'launch'>> = {}, milliseconds = 5_000) => {
      const question = request(more);
      const answer = await ask('launch', question);
      await pass(milliseconds);
      return { request: question, answer, record: record(question.id) };
    },
    records: (): Launch[] =>
      [...browser.local.values].flatMap(([key, value]) =>
        key.startsWith('launch ') ? [value as Launch] : [],
      ),
    set onCall(hook: typeof onCall) {
      onCall = hook;
    },
    set latency(milliseconds: number) {
      latency = milliseconds;
    },
    set isOnline(value: boolean) {
      isOnline = value;
    },
    close: () => {
      stop();
      restoreWarn();
      vi.unstubAllGlobals();
      clock.close();
    },
  };
}

export type WorkerWorld = Awaited<ReturnType<typeof openWorkerWorld>>;

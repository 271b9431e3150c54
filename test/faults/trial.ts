import type { Page } from 'playwright';
import type { Launch } from '../../src/core/launch/launch.ts';
import { transportTo } from '../../src/platform/keys/launch.ts';
import type { Arena } from './arena.ts';
import type { ClientFault, Plan } from './plan.ts';
import { isUnsettled, type Verdict, verdictOn } from './verdict.ts';

/** What a trial came to. */
export interface TrialResult {
  verdict: Verdict;
  /** What the extension says in the end. */
  records: Launch[];
  /** How often the server processed the launch. */
  served: number;
  /** What was seen of it from outside, where something went wrong: requests, and pages that are open. */
  seen: string[];
}

/** How long a launch may take until it has ended or is `unknown`, in milliseconds. */
const settleLimit = 20_000;

/** How long a look-up of an `unknown` that the server did process is given. */
const lookUpLimit = 7_000;

const launchPath = '/api/v2/flows/executions';
/** What the flows take besides; all of it is set by hand, so that the page fills in nothing later. */
const others = ['Flow.contactType', 'Flow.priority', 'Flow.callbackTime'];
const field = { requestCallback: 'Flow.customerNumber', customerLookup: 'Flow.phone' } as const;

/** Launches once, with the faults of the plan, and compares what the server did with the records. */
export async function runTrial(arena: Arena, plan: Plan): Promise<TrialResult> {
  const { sandbox } = arena;
  if (plan.server.startsWith('401')) await arena.loggedIn();
  else await arena.ready();
  const tabs = await arena.tabs(plan.client === 'two windows' ? 2 : 1);
  const popups = await Promise.all(tabs.map((tabId) => openForm(arena, plan, tabId)));
  const worker = await arena.worker();

  const match = { method: 'POST', path: launchPath };
  for (const answer of plan.armed) sandbox.arm({ ...answer, match });
  const requestsBefore = sandbox.requests().length;
  const hasArrived = () =>
    sandbox
      .requests()
      .slice(requestsBefore)
      .some(({ path }) => path === launchPath);

  await Promise.all(popups.map((popup) => press(popup, plan.client)));
  if (plan.moment.after === 'arrival') await until(hasArrived, 1_500);
  await sleep(plan.moment.milliseconds);
  await strike(arena, plan, popups, worker);

  await arena.ready();
  const [tabId = 0] = await arena.tabs(1);
  const view = await arena.popup(tabId);
  const settled = await settledRecords(arena, plan);
  const served = servedFor(arena, plan);
  const verdict = verdictOn(served, settled);
  const isWrong = Object.values(verdict).some((count) => count > 0);
  const seen = isWrong ? seenOf(sandbox.requests().slice(requestsBefore), view) : [];
  const result = { verdict, records: settled, served: served.length, seen };
  await tidyUp(arena, plan, view);
  return result;
}

/** A popup on the flow, with the trial's own value filled in by hand. */
function openForm(arena: Arena, plan: Plan, tabId: number): Promise<Page> {
  const flowId = arena.sandbox.flow(plan.flow).id;
  const name = field[plan.flow];
  const values = { [name]: plan.subject };
  return arena.openForm(tabId, flowId, { values, touched: [name, ...others], sources: {} });
}

function launchButton(popup: Page) {
  return popup.getByRole('button', { name: 'Launch', exact: true });
}

async function press(popup: Page, fault: ClientFault): Promise<void> {
  await (fault === 'double click' ? launchButton(popup).dblclick() : launchButton(popup).click());
}

async function strike(
  arena: Arena,
  plan: Plan,
  popups: readonly Page[],
  worker: Awaited<ReturnType<Arena['worker']>>,
): Promise<void> {
  switch (plan.client) {
    case 'worker stopped':
      return arena.stopWorker();
    case 'browser killed':
      return arena.kill();
    case 'extension reloaded':
      return arena.reloadExtension();
    case 'popup closed':
      await Promise.all(popups.map((popup) => popup.close()));
      return;
    case 'clock moved':
      await worker.evaluate((distance) => {
        const usual = Date.now;
        Date.now = () => usual() + distance;
      }, plan.clock);
      return;
    case 'storage write refused':
      await worker.evaluate((times) => {
        const usual = chrome.storage.local.set.bind(chrome.storage.local);
        let left = times;
        chrome.storage.local.set = (async (items: Record<string, unknown>) => {
          left -= 1;
          if (left >= 0) throw new Error('QUOTA_BYTES quota exceeded');
          return usual(items);
        }) as typeof chrome.storage.local.set;
      }, plan.refusals);
      return;
    case 'none':
    case 'two windows':
    case 'double click':
      return;
  }
}

/** The records of this trial, once all of them have ended or are `unknown`, or the time is up. */
async function settledRecords(arena: Arena, plan: Plan): Promise<Launch[]> {
  const started = Date.now();
  for (;;) {
    const records = (await arena.records()).filter(
      ({ inputs }) => inputs?.[field[plan.flow]] === plan.subject,
    );
    const waited = Date.now() - started;
    const isFindable =
      records.some(({ state }) => state === 'unknown') && servedFor(arena, plan).length > 0;
    const isOver = records.length > 0 && !records.some(isUnsettled);
    // A message that was sent before its popup closed may still be on its way.
    if (records.length === 0 ? waited > 1_000 : isOver && (!isFindable || waited > lookUpLimit)) {
      return records;
    }
    if (waited > settleLimit) return records;
    await sleep(100);
  }
}

function servedFor({ sandbox }: Arena, plan: Plan) {
  return sandbox
    .executions()
    .filter(({ inputData }) => inputData?.[field[plan.flow]] === plan.subject);
}

function seenOf(requests: ReturnType<Arena['sandbox']['requests']>, view: Page): string[] {
  const [first] = requests;
  return [
    ...requests.map(
      ({ method, path, time }) => `${time - (first?.time ?? 0)} ms ${method} ${path}`,
    ),
    ...view
      .context()
      .pages()
      .map((page) => page.url()),
  ];
}

/** What was done to the worker goes with it; what was armed and not asked for is used up. */
async function tidyUp(arena: Arena, plan: Plan, view: Page): Promise<void> {
  arena.sandbox.disarm();
  for (const page of view.context().pages()) {
    if (page.url().includes('/popup/')) await page.close();
  }
  // The server that wanted a length was one of this trial only; the next one takes streams.
  const { origin } = new URL(arena.sandbox.url);
  await arena.panel().evaluate((key) => chrome.storage.local.remove(key), transportTo(origin).key);
  if (['clock moved', 'storage write refused'].includes(plan.client)) await arena.stopWorker();
}

async function until(isSo: () => boolean, limit: number): Promise<void> {
  const end = Date.now() + limit;
  while (!isSo() && Date.now() < end) await sleep(5);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

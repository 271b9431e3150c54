import type { Page } from 'playwright';
import { hang } from '../../harness/hang.ts';
import type { Stage } from '../../harness/stage.ts';
import { type ActInTab, type ActInView, isInView, type Trial } from '../act.ts';
import { breachOf } from './breach.ts';
import { type Front, frontOf, type Logged } from './front.ts';
import { customers, numberIn, suffixOf } from './numbers.ts';

/** Waits are shorter here than in the model, so that hundreds of trials fit into minutes. */
const hurry = 0.4;

const patience = { timeout: 1_500 };

/** A tab of the CRM with up to two views beside it, in windows of their own, so that all are seen. */
export interface Lane {
  number: number;
  run(trial: Trial): Promise<void>;
  /** Whether a launch with this number came from here. */
  owns(value: string): boolean;
  /** Why a launch that the server received was not meant; undefined where it was. */
  breach(posted: { at: number; value: string }): string | undefined;
  /** How often a launch was asked for, by a press or a click in the menu. */
  asked(): number;
}

export async function openLane(
  stage: Stage,
  number: number,
  inTurn: <Value>(work: () => Promise<Value>) => Promise<Value>,
): Promise<Lane> {
  const { browser, sandbox } = stage;
  const suffix = suffixOf(number);
  const front: Front = frontOf(Date.now);
  const views: (Page | undefined)[] = [undefined, undefined];
  /** For each number of a person's own: the customers for whom it is meant. */
  const meant = new Map<string, Set<number>>();
  let openedAt = 0;
  let typed = 0;
  let asks = 0;

  const addressOf = (customer: number) =>
    new URL(`console/${customers[customer]}?lane=${number}`, sandbox.crmUrl).href;
  const open = (url: string): Promise<Page> =>
    inTurn(async () => {
      const opened = browser.context.waitForEvent('page');
      await (await browser.worker()).evaluate(
        (url) => chrome.windows.create({ url, type: 'popup', focused: false }).then(() => {}),
        url,
      );
      const page = await opened;
      await page.waitForLoadState();
      return page;
    });
  front.loads(0);
  const page = await open(addressOf(0));
  const tabId = await inWorker(
    async (url) => (await chrome.tabs.query({ url: `${String(url)}*` }))[0]?.id ?? -1,
    addressOf(0),
  );

  async function inWorker<Given, Answer>(
    work: (given: Given) => Promise<Answer>,
    given: Given,
  ): Promise<Answer> {
    return (await browser.worker()).evaluate(work as never, given) as Promise<Answer>;
  }
  /** What the page says of itself; nothing while it loads. */
  const hear = async () => {
    const log = await page.evaluate('crm.log').catch(() => []);
    front.heard(
      (log as Logged[]).map((line) =>
        'routed' in line
          ? { ...line, routed: customers.indexOf(line.routed as 1) }
          : { ...line, drawn: customers.indexOf(line.drawn as 1) },
      ),
    );
  };
  const means = (value: string) => {
    meant.set(value, new Set(front.at(Date.now())));
    return value;
  };
  const ownNumber = () => {
    typed += 1;
    return `+1555${suffix}${String(typed).padStart(5, '0')}`;
  };
  const openView = async (place: 0 | 1) => {
    await views[place]?.close();
    openedAt = Date.now();
    views[place] = await open(
      `chrome-extension://${browser.extensionId}/src/popup/index.html?tab=${tabId}`,
    );
  };
  const press = (view: Page, name: string) =>
    view.getByRole('button', { name, exact: true }).first().click(patience);

  async function inTab(step: ActInTab): Promise<void> {
    switch (step.act) {
      case 'go':
        await hear();
        front.loads(step.customer);
        await page.goto(addressOf(step.customer));
        front.loaded();
        return;
      case 'route':
      case 'redraw': {
        const late = step.act === 'route' ? step.late * hurry : 0;
        const how = {
          address: step.act === 'route' ? 'path' : 'none',
          after: { number: late, id: late, name: late / 2, email: late },
        };
        // The trial does not wait for the application to draw its record.
        await page.evaluate(`void crm.open(${customers[step.customer]}, ${JSON.stringify(how)})`);
        return hear();
      }
      case 'hang':
        if (step.is) void hangFor(page, 400).catch(() => {});
        return;
      case 'wait':
        return page.waitForTimeout(step.time * hurry);
      case 'open':
        if (!views[step.view]) await openView(step.view);
        return;
      case 'close':
        await views[step.view]?.close();
        views[step.view] = undefined;
        return;
      case 'menu':
        return clickMenu(step.selects);
      case 'person':
      case 'talk':
      case 'hang-up':
      case 'fax':
      case 'list':
      case 'policy':
      case 'limit':
      case 'worker-ends':
      case 'cancel':
      case 'sleep':
      case 'settings':
      case 'address-bar':
      case 'expire':
      case 'turn':
      case 'close-tab':
      case 'sleep-behind':
        // A lane has one tab, one person, one connection and no conversation: the model and the worker's tests have more.
        return;
    }
  }

  async function inView(view: Page, step: ActInView): Promise<void> {
    switch (step.act) {
      case 'type':
        await view
          .getByRole('textbox', { name: /customer ?number/i })
          .fill(means(ownNumber()), patience);
        return;
      case 'choose':
        await press(view, 'Other values for Customer number');
        return view.getByRole('menuitemradio').first().click(patience);
      case 'keep': {
        const field = view.getByRole('textbox', { name: /customer ?number/i });
        const value = await field.inputValue(patience);
        for (const each of front.at(Date.now())) meant.get(value)?.add(each);
        return field.press('Alt+Enter', patience);
      }
      case 'take':
        return view
          .getByRole('textbox', { name: /customer ?number/i })
          .press('Alt+ArrowRight', patience);
      case 'key':
        return view.keyboard.press('Shift');
      case 'again':
        return press(view, 'Read again');
      case 'press':
        asks += 1;
        return press(view, step.anyway ? 'Launch anyway' : 'Launch');
      case 'answer':
        return view
          .locator('dialog[data-ready]')
          .getByRole('button', { name: step.yes ? 'Launch now' : 'Cancel', exact: true })
          .click(patience);
      case 'pick':
      case 'repeat':
      case 'customer':
        return;
    }
  }

  async function clickMenu(selects: boolean): Promise<void> {
    asks += 1;
    const flowId = sandbox.flow('requestCallback').id;
    const said = selects ? { selection: means(ownNumber()) } : {};
    await inWorker(
      async ([tabId, said, flowId]) => {
        const [main] = await chrome.scripting.executeScript({
          target: { tabId: tabId as number },
          func: () => location.href,
          injectImmediately: true,
        });
        const document = { tabId, documentId: main?.documentId, address: main?.result };
        const { connections } = (await chrome.storage.local.get('settings')).settings as {
          connections: { flows: { launchAtOnce?: boolean }[] }[];
        };
        const intention = {
          ...{ id: crypto.randomUUID(), tabId, said, flowId, at: Date.now() },
          document: { ...document, readAt: Date.now() },
          atOnce: connections[0]?.flows[0]?.launchAtOnce ?? false,
        };
        await chrome.storage.session.set({ [`intention ${tabId}`]: intention });
      },
      [tabId, said, flowId] as const,
    );
    await openView(0);
  }

  return {
    number,
    asked: () => asks,
    run: async (trial) => {
      const flowId = sandbox.flow('requestCallback').id;
      await inWorker(
        async ([tabId, flowId]) => {
          await chrome.storage.session.remove([`shown-launch ${tabId}`, `intention ${tabId}`]);
          await chrome.storage.session.set({ [`draft ${tabId}`]: { flowId, forms: {} } });
        },
        [tabId, flowId] as const,
      );
      // What is not there to be pressed is not pressed.
      for (const step of trial.acts) {
        const view = isInView(step) ? views[step.view] : undefined;
        const done = isInView(step) ? view && inView(view, step) : inTab(step);
        await Promise.resolve(done).catch(() => {});
      }
      await page.waitForTimeout(2_500);
      await hear();
      for (const view of views) await view?.close();
      views.fill(undefined);
    },
    owns: (value) =>
      meant.has(value) || customers.some((_, each) => numberIn(number, each) === value),
    breach: (posted) => breachOf({ ...posted, lane: number, front, openedAt, meant }),
  };
}

/** Keeps a page from responding for so many milliseconds. */
async function hangFor(page: Page, milliseconds: number): Promise<void> {
  const release = await hang(page);
  setTimeout(release, milliseconds);
}

import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { settingsFor } from './browser.ts';
import {
  forgetRecentLaunches,
  leaveQuietly,
  type Stage,
  signedInLauncher,
  signedInStage,
} from './stage.ts';

/** What storage keeps of launches, and a popup that shows the history of them. */
class KeptLaunches {
  stage!: Stage;
  popup!: Page;

  /** Opens a popup while no launch is kept. */
  async begin(): Promise<void> {
    await this.stage.browser.configure(settingsFor(this.stage.sandbox));
    await this.inStorage(async () => {
      const keys = await chrome.storage.local.getKeys();
      await chrome.storage.local.remove(keys.filter((key) => /launch|recent/.test(key)));
    });
    await forgetRecentLaunches(this.stage.browser);
    ({ popup: this.popup } = await signedInLauncher(this.stage));
  }

  /** A launch as it is kept, number 0 being the latest. */
  record(number: number, more: object = {}) {
    const { sandbox } = this.stage;
    const created = Date.now() - 60_000 - number * 1_000;
    return {
      id: `b1d4f3a2-0000-4000-8000-${String(number).padStart(12, '0')}`,
      state: 'completed',
      connection: { name: 'Sandbox', key: `${sandbox.url} ${sandbox.url} ${sandbox.clientId}` },
      flow: { id: sandbox.flow('customerLookup').id, name: 'Look up customer' },
      inputs: { 'Flow.phone': `+155501${number}` },
      execution: { id: `run-${number}`, status: 'COMPLETED', outputData: { 'Flow.name': 'Ada' } },
      times: { created, sent: created, ended: created + 900 },
      ...more,
    };
  }

  async keep(records: readonly { id: string }[]): Promise<void> {
    const values = Object.fromEntries(records.map((each) => [`launch ${each.id}`, each]));
    const worker = await this.stage.browser.worker();
    await worker.evaluate((all) => chrome.storage.local.set(all), values);
  }

  /** The keys of the launches that are kept. */
  keptIds(): Promise<string[]> {
    return this.inStorage(async () =>
      (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('launch ')),
    );
  }

  async inStorage<Value>(work: () => Promise<Value>): Promise<Value> {
    return (await this.stage.browser.worker()).evaluate(work);
  }

  async open(): Promise<void> {
    await this.button('History').click();
    await this.popup.getByRole('region', { name: 'History' }).waitFor();
  }

  /** Waits until the view says so many words about how many launches there are. */
  counted(words: string): Promise<void> {
    return this.popup.getByRole('status').filter({ hasText: words }).waitFor();
  }

  button(name: string | RegExp): Locator {
    return this.popup.getByRole('button', { name, exact: true });
  }

  items(): Locator {
    return this.popup.getByRole('listitem');
  }
}

/** One browser for the tests of a file, and for each of them a popup while no launch is kept. */
export function keptLaunches(): KeptLaunches {
  const history = new KeptLaunches();
  beforeAll(async () => {
    history.stage = await signedInStage({ requestsPerMinute: 3_000 });
  });
  beforeEach(() => history.begin());
  afterEach(() => leaveQuietly(history.stage));
  afterAll(() => history.stage?.close());
  return history;
}

import type { Page } from 'playwright';
import { settingsFor } from './browser.ts';
import { type Stage, signedInLauncher } from './stage.ts';

/** The history of launches of one stage: what storage keeps, and the view that shows it. */
export interface KeptLaunches {
  popup: Page;
  /** A launch as it is kept, number 0 being the latest. */
  record(number: number, more?: object): { id: string } & Record<string, unknown>;
  keep(records: readonly { id: string }[]): Promise<void>;
  /** The keys of the launches that are kept. */
  keptIds(): Promise<string[]>;
  open(): Promise<void>;
  /** Waits until the view says so many words about how many launches there are. */
  counted(words: string): Promise<void>;
}

/** Opens a popup beside a stage that keeps no launch. */
export async function withoutLaunches(stage: Stage): Promise<KeptLaunches> {
  const { browser, sandbox } = stage;
  await browser.configure(settingsFor(sandbox));
  await (await browser.worker()).evaluate(async () => {
    const keys = await chrome.storage.local.getKeys();
    await chrome.storage.local.remove(keys.filter((key) => /launch|recent/.test(key)));
    await chrome.storage.session.remove('lately');
  });
  const { popup } = await signedInLauncher(stage);
  return {
    popup,
    record: (number, more = {}) => {
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
    },
    keep: async (records) => {
      const values = Object.fromEntries(records.map((each) => [`launch ${each.id}`, each]));
      await (await browser.worker()).evaluate((all) => chrome.storage.local.set(all), values);
    },
    keptIds: async () =>
      (await browser.worker()).evaluate(async () =>
        (await chrome.storage.local.getKeys()).filter((key) => key.startsWith('launch ')),
      ),
    open: async () => {
      await popup.getByRole('button', { name: 'History', exact: true }).click();
      await popup.getByRole('region', { name: 'History' }).waitFor();
    },
    counted: (words) => popup.getByRole('status').filter({ hasText: words }).waitFor(),
  };
}

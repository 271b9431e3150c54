import type { Page } from 'playwright';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type Extension, ours, peer } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import type { LaunchJob } from './peers/launch.ts';
import { filledIn, popupAddress, prepareContact } from './popup.ts';
import { interleave } from './sample.ts';
import { makeClock, openStage, type Stage } from './stage.ts';

/** From the click on `Launch` to the arrival of the POST at the server, the worker being awake. */
export const launchWarm = measurement('launch-warm', false);

/** The same with the worker stopped just before. */
export const launchCold = measurement('launch-cold', true);

function measurement(name: string, cold: boolean): Measurement {
  return {
    name,
    async run(bench) {
      const extensions = await Promise.all([ours(), peer('sdk'), peer('fetch')]);
      const [extension, sdk, bare] = extensions;
      const stage = await openStage(extensions);
      try {
        const { page, tabId } = await prepareContact(stage, [extension]);
        const before = cold ? await workerStopper(page) : pause;
        const [withSdk, withFetch] = [await openPeer(stage, sdk), await openPeer(stage, bare)];
        const sample = await interleave(
          {
            ours: () => launchOurs(stage, extension, tabId, before),
            sdk: () => launchPeer(stage, withSdk, before),
            fetch: () => launchPeer(stage, withFetch, before),
          },
          { rounds: bench.rounds(20), seconds: 50 },
        );
        const peerSample = against("Genesys' client in a worker", sample.sdk);
        const limit = against('fetch in a worker', sample.fetch);
        return [{ name, unit: 'ms', ours: sample.ours, peer: peerSample, limit }];
      } finally {
        await stage.close();
      }
    },
  };
}

async function launchOurs(
  stage: Stage,
  extension: Extension,
  tabId: number,
  before: () => Promise<void>,
): Promise<number> {
  // The same once more within a minute would be asked about first.
  await stage.store(extension, 'session', { lately: [] });
  const popup = await stage.open(popupAddress(extension, tabId));
  await popup.locator(filledIn).waitFor();
  // What opening the popup set going has come to rest.
  await pause(500);
  const took = await fromClickToArrival(stage.sandbox, popup, before);
  await popup.getByText('Completed', { exact: true }).waitFor();
  await popup.getByRole('button', { name: 'New launch' }).click();
  await popup.close();
  return took;
}

async function launchPeer(stage: Stage, page: Page, before: () => Promise<void>): Promise<number> {
  await page.bringToFront();
  return fromClickToArrival(stage.sandbox, page, before);
}

async function openPeer({ open, sandbox }: Stage, { origin }: Extension): Promise<Page> {
  const page = await open(`${origin}launch.html`);
  const job: LaunchJob = {
    url: sandbox.url,
    accessToken: sandbox.issueToken('author'),
    body: {
      flowId: sandbox.flow('requestCallback').id,
      inputData: { 'Flow.customerNumber': '+14155550132', 'Flow.priority': 3 },
      name: 'Request callback',
    },
  };
  await page.evaluate((job) => Object.assign(globalThis, { job }), job);
  return page;
}

async function fromClickToArrival(
  sandbox: Sandbox,
  page: Page,
  before: () => Promise<void>,
): Promise<number> {
  const launches = () => sandbox.requests().filter(({ method }) => method === 'POST');
  const known = launches().length;
  await page.evaluate(`globalThis.now = (${makeClock})()`);
  await before();
  const clicked = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    const at = (globalThis as unknown as { now(): number }).now();
    buttons.find(({ textContent }) => textContent === 'Launch')?.click();
    return at;
  });
  for (let tries = 0; launches().length === known; tries += 1) {
    if (tries > 2000) throw new Error('The launch did not arrive');
    await pause(5);
  }
  return (launches()[known]?.time ?? Number.NaN) - clicked;
}

/** https://chromedevtools.github.io/devtools-protocol/tot/ServiceWorker/#method-stopAllWorkers */
async function workerStopper(page: Page): Promise<() => Promise<void>> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('ServiceWorker.enable');
  return async () => {
    await devTools.send('ServiceWorker.stopAllWorkers');
    await pause(100);
  };
}

function pause(milliseconds = 50): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

import type { SandboxRequest } from '../sandbox/exchange.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { ours } from './builds.ts';
import { against, type Measurement } from './finding.ts';
import { filledIn, popupAddress, prepareContact } from './popup.ts';
import { sampleOf } from './sample.ts';
import { openStage } from './stage.ts';

/** How many requests a launch costs while a person is signed in: the POST. `test/sweeps/gates.test.ts` holds it. */
export const requestsPerLaunch: Measurement = {
  name: 'requests-per-launch',
  async run() {
    const extension = await ours();
    const stage = await openStage([extension]);
    try {
      const { tabId } = await prepareContact(stage, [extension]);
      const popup = await stage.open(popupAddress(extension, tabId));
      await popup.locator(filledIn).waitFor();
      await popup.waitForTimeout(1000);
      const seen = await requestsUntilAnswer(stage.sandbox, () =>
        popup.getByRole('button', { name: 'Launch', exact: true }).click(),
      );
      const limit = against('the POST', 1);
      const found = sampleOf([seen.length]);
      return [{ name: 'requests-per-launch', unit: 'requests', ours: found, limit }];
    } finally {
      await stage.close();
    }
  },
};

/** What arrives from the click on `Launch` until the launch is answered, half a second later. */
export async function requestsUntilAnswer(
  sandbox: Sandbox,
  pressLaunch: () => Promise<void>,
): Promise<readonly SandboxRequest[]> {
  const delayMs = 500;
  sandbox.arm({ match: { method: 'POST', path: /^\/api\/v2\/flows\/executions/ }, delayMs });
  const before = sandbox.requests().length;
  await pressLaunch();
  const arrived = () => sandbox.requests().slice(before);
  const launch = () => arrived().find(({ method }) => method === 'POST');
  for (let tries = 0; launch() === undefined; tries += 1) {
    if (tries > 500) throw new Error('The launch did not arrive');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  await new Promise((resolve) => setTimeout(resolve, delayMs));
  // On a busy machine it is answered, and looked after, before this goes on.
  const answered = (launch()?.time ?? 0) + delayMs;
  return arrived().filter(({ time }) => time < answered);
}

import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Browser } from './browser.ts';
import { forgetRecentLaunches } from './stage.ts';

/** Signs a person in, with the flow chosen beside a tab that wants a customer's number. */
export async function haveChosenFlow(
  { sandbox, browser }: { sandbox: Sandbox; browser: Browser },
  tabId: number,
): Promise<void> {
  const session = {
    accessToken: sandbox.issueToken('author'),
    expiresAt: Date.now() + 3_600_000,
    user: { id: 'author', name: 'Ada Author', email: sandbox.users.author.email },
    organization: { id: 'org', name: 'Sandbox Organization' },
  };
  await forgetRecentLaunches(browser);
  const worker = await browser.worker();
  await worker.evaluate((items) => chrome.storage.session.set(items), {
    [`session ${sandbox.url} ${sandbox.url} ${sandbox.clientId}`]: session,
    [`draft ${tabId}`]: { flowId: sandbox.flow('requestCallback').id, forms: {} },
  });
}

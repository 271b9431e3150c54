import type { Sandbox } from '../sandbox/sandbox.ts';
import type { Browser } from './browser.ts';

/** Somebody is signed in, and has chosen the flow that wants a customer's number beside a tab. */
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
  const worker = await browser.worker();
  // The same launch twice within a minute is asked about.
  await worker.evaluate(() => chrome.storage.session.remove('lately'));
  await worker.evaluate((items) => chrome.storage.session.set(items), {
    [`session ${sandbox.url} ${sandbox.url} ${sandbox.clientId}`]: session,
    [`draft ${tabId}`]: { flowId: sandbox.flow('requestCallback').id, forms: {} },
  });
}

import { idleMinutesOf, readWhoAmI } from '../../src/core/session/session.ts';
import { neededScopes } from '../../src/core/settings/settings.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import type { UserKey } from '../sandbox/users.ts';
import type { Browser } from './browser.ts';

interface Stored {
  settings?: { connections: { environment: { apiUrl?: string }; scopes?: string[] }[] };
}

/** Puts a session into the extension as signing in does, without the window, which takes seconds. */
export async function haveSession(
  { sandbox, browser }: { sandbox: Sandbox; browser: Browser },
  user: UserKey = 'author',
): Promise<void> {
  const worker = await browser.worker();
  const { url, clientId } = sandbox;
  const scopes = await worker.evaluate(async (api) => {
    const { settings } = await chrome.storage.local.get<Stored>();
    const connections = settings?.connections ?? [];
    return connections.find(({ environment }) => environment.apiUrl === api)?.scopes;
  }, url);
  const session = await sessionOf(sandbox, user, scopes);
  await worker.evaluate(
    ([name, value]) =>
      Promise.all([
        chrome.storage.session.set({ [name]: value }),
        chrome.storage.local.remove(name.replace(/^session/, 'signed-out')),
      ]),
    [`session ${url} ${url} ${clientId}`, session] as const,
  );
}

/** A session as the worker keeps it after a person has signed in. */
export async function sessionOf(
  sandbox: Sandbox,
  user: UserKey,
  scopes: readonly string[] = neededScopes,
): Promise<object> {
  const accessToken = sandbox.issueToken(user, [...scopes]);
  const answer = await fetch(
    `${sandbox.url}/api/v2/users/me?expand=authorization,organization,token`,
    {
      headers: { authorization: `Bearer ${accessToken}` },
    },
  );
  const life = 86_400;
  const known = await answer.json();
  return {
    id: crypto.randomUUID(),
    accessToken,
    expiresAt: Date.now() + life * 1_000,
    ...readWhoAmI(known),
    idleMinutes: idleMinutesOf(known, answer.headers.get('date') ?? undefined, life),
  };
}

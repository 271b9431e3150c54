import { type Environment, type Hosts, hostsOf } from '../core/base/environment.ts';

/** How long a host may take to answer, in milliseconds. */
const timeLimit = 10_000;

/**
 * Asks the person to let Kickoff talk to the two hosts of a custom environment, unless it may already:
 * without a question for a region of Genesys Cloud. To be called within a click, before anything is
 * waited for.
 *
 * Where they say no, everything goes on: the same requests then go out as those of any page, which the
 * server may refuse. docs/decisions/043-least-permission.md
 */
export async function askForHosts(environment: Environment): Promise<void> {
  if (environment.region !== 'custom') return;
  const { login, api } = hostsOf(environment);
  const origins = [...new Set([login, api].map(patternOf))];
  try {
    await chrome.permissions.request({ origins });
  } catch {
    // Not within a click, or no host that the manifest lets us ask for: as where they say no.
  }
}

/**
 * Which of the hosts a policy of the browser blocks for extensions (`runtime_blocked_hosts`). The
 * browser does not say so: it goes on to claim the permission, and treats requests as those of any
 * page. So both hosts are asked something, and how the answer comes tells it.
 * https://support.google.com/chrome/a/answer/9867568
 */
export async function blockedHosts({ login, api }: Hosts): Promise<string[]> {
  const blocked = await Promise.all([
    isBlocked(login, '/oauth/token'),
    isBlocked(api, '/api/v2/tokens/me'),
  ]);
  return [login, api].filter((_, place) => blocked[place]);
}

async function isBlocked(origin: string, path: string): Promise<boolean> {
  const hasPermission = await chrome.permissions.contains({ origins: [patternOf(origin)] });
  if (!hasPermission) return false;
  const ask = (mode: 'cors' | 'no-cors') =>
    fetch(`${origin}${path}`, {
      mode,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'manual',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeLimit),
    }).catch(() => undefined);
  const answer = await ask('cors');
  // With the permission in force, what comes from a host is `basic`, as from an own one.
  if (answer) return answer.type === 'cors';
  return (await ask('no-cors')) !== undefined;
}

/** The pattern of an origin. A permission for a host is for all of its ports. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

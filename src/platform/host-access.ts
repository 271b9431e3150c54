import { type Environment, hostsOf } from '../core/base/environment.ts';

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

/** The pattern of an origin. A permission for a host is for all of its ports. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

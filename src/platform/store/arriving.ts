import type { Policy } from '../../core/settings/managed.ts';
import { isInstalledByPolicy } from '../lifecycle.ts';
import { after } from '../wait.ts';
import type { Readable } from './stored.ts';

/** How long after an installation the browser may take to hand over the policy, in milliseconds. */
const longest = 5_000;

/**
 * The policy, waited for where it is on its way. A browser that a policy made install the extension
 * hands over an empty document at first, and the policy a second later: without the wait, the person
 * would be asked meanwhile to set up what their organization has set.
 *
 * @param installedAt in milliseconds since 1970
 */
export function arriving(
  policy: Readable<Policy>,
  installedAt: Readable<number>,
): Readable<Policy> {
  return {
    onChange: policy.onChange,
    get: async () => {
      const [first, since] = await Promise.all([policy.get(), installedAt.get()]);
      const left = since + longest - Date.now();
      if (first.names.length > 0 || left <= 0 || !(await isInstalledByPolicy())) return first;
      return firstChange(policy, left);
    },
  };
}

/** What comes as a change, or after so many milliseconds, what is there. */
async function firstChange(policy: Readable<Policy>, milliseconds: number): Promise<Policy> {
  const heard = new AbortController();
  const change = new Promise<Policy>((resolve) => policy.onChange(resolve, heard.signal));
  const value = await Promise.race([change, after(milliseconds).then(() => policy.get())]);
  heard.abort();
  return value;
}

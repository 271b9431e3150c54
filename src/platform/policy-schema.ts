import type { PolicySchema } from '../core/policy/check.ts';

/** The schema by which the browser judges a policy, as it lies in the package. */
export async function policySchema(): Promise<PolicySchema> {
  const answer = await fetch(chrome.runtime.getURL('managed-schema.json'));
  return answer.json();
}

import type { Hosts } from '../base/environment.ts';

/**
 * The address of a workflow in Architect; undefined where the environment names no web interface.
 * The form is what Architect's own address bar shows. People need the permission Architect > UI > View.
 */
export function architectFlowUrl(hosts: Hosts, flowId: string): string | undefined {
  return (
    hosts.apps && `${hosts.apps}/architect/#/workflow/flows/${encodeURIComponent(flowId)}/latest`
  );
}

/**
 * The address of an entry of the execution history in Architect; undefined where the environment
 * names no web interface. The form is the one that published apps link to.
 */
export function architectInstanceUrl(
  apps: string | undefined,
  instanceId: string,
): string | undefined {
  return apps && `${apps}/architect/#/flowInstance/${encodeURIComponent(instanceId)}`;
}

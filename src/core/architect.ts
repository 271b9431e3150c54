import type { Hosts } from './environment.ts';

/**
 * The address of a workflow in Architect; undefined where the environment names no web interface.
 * The form is what Architect's own address bar shows. People need the permission Architect > UI > View.
 */
export function architectFlowUrl(hosts: Hosts, flowId: string): string | undefined {
  return (
    hosts.apps && `${hosts.apps}/architect/#/workflow/flows/${encodeURIComponent(flowId)}/latest`
  );
}

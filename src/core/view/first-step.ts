import { chosenFlow } from '../flow/list.ts';
import { connectionInUse } from '../settings/settings.ts';
import type { LauncherState } from './launcher.ts';

/**
 * Whether a view begins with a form that can be drawn from what is stored: that of a flow which is
 * chosen and known. All other first steps want the list of flows, or the worker's answer.
 */
export function beginsWithForm(
  facts: Pick<LauncherState, 'settings' | 'session' | 'launch' | 'draft' | 'flowDetails'>,
): boolean {
  const { settings, session, launch, draft, flowDetails } = facts;
  const connection = connectionInUse(settings);
  if (connection === undefined || session === undefined || launch !== undefined) return false;
  const { flowId } = draft;
  return flowId !== undefined && chosenFlow(connection, flowDetails, flowId) !== undefined;
}

import { type Connection, connectionInUse } from '../settings/settings.ts';
import { type Step, still } from './happening.ts';
import type { LauncherState } from './launcher.ts';

/**
 * A launch on its way is meant for the connection that was shown when it was decided. Where the settings, by the
 * person's own hand or a policy's, make that another one meanwhile, nothing is sent, and the form says so.
 */
export function afterSettings(before: LauncherState): (state: LauncherState) => Step {
  return (state) => {
    const { launching } = state;
    // A click that asked to launch at once has shown nothing yet: it goes by the settings as they are then.
    const isDecided = launching !== undefined && launching.step !== 'intended';
    if (!isDecided || isSameConnection(before, state)) return still(state);
    return still({ ...state, launching: undefined, notice: { kind: 'settings-changed' } });
  };
}

function isSameConnection(before: LauncherState, now: LauncherState): boolean {
  return before.settings === now.settings || whereTo(before) === whereTo(now);
}

/** Where a launch goes by the settings, in which shape, and whether it is asked about before. */
function whereTo({ settings }: LauncherState): string {
  const { name, environment, clientId, requestFormat, confirmLaunch }: Partial<Connection> =
    connectionInUse(settings) ?? {};
  return JSON.stringify({ name, environment, clientId, requestFormat, confirmLaunch });
}

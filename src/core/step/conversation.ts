import { connectionInUse, connectionKey } from '../settings/settings.ts';
import { type Effect, type Step, still } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { readsConversations } from '../view/visible.ts';

/** Reads the person's conversations, if the connection is set up for it. */
export function readingConversations(state: LauncherState, anew: boolean): Step {
  const connection = connectionInUse(state.settings)?.name;
  if (connection === undefined || !readsConversations(state)) return still(state);
  const question = { connection, anew };
  const effects: Effect[] = [{ do: 'ask', ask: 'readConversations', question, shown: false }];
  return { state, effects };
}

/** Reads them once for each person, as a view opens or they sign in. */
export function readConversationsOnce(state: LauncherState): Step {
  const connection = connectionInUse(state.settings);
  if (connection === undefined || !readsConversations(state)) return still(state);
  const whose = `${connectionKey(connection)} ${state.session?.user?.id}`;
  if (state.done.conversations === whose) return still(state);
  const noted = { ...state, done: { ...state.done, conversations: whose } };
  return readingConversations(noted, false);
}

/** Reads them again for a launch that waits for it. */
export function lookingAtConversations(state: LauncherState): Step {
  const connection = connectionInUse(state.settings);
  if (connection === undefined) return still(state);
  return { state, effects: [{ do: 'look-at-conversations', connection }] };
}

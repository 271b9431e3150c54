import { emptyDraft } from '../form/draft.ts';
import { isSamePerson, personOf } from '../session/person.ts';
import { mayLaunch } from '../settings/managed.ts';
import { connectionInUse, connectionKey } from '../settings/settings.ts';
import { andThen, type Effect, type Step, still } from '../view/happening.ts';
import type { LauncherState } from '../view/launcher.ts';
import { readingFlow } from './draft.ts';
import { mayLaunchAtOnce } from './launch.ts';
import { wayOf } from './meant.ts';

// What a view does when its connection changes, or the person who is signed in to it.

/**
 * A launch on its way is meant for the connection that was shown when it was decided. Where the settings, by the
 * person's own hand or a policy's, make that another one meanwhile, or forbid the launch, nothing is sent, and the form says so.
 */
export function afterSettings(before: LauncherState): (state: LauncherState) => Step {
  return (state) => {
    const { launching } = state;
    // A launch at once has shown nothing yet, so it goes by the settings as they are now.
    const isDecided = launching !== undefined && launching.step !== 'intended';
    if (!isDecided || before.settings === state.settings) return still(state);
    if (wayOf(before) === wayOf(state) && !isForbidden(state)) return still(state);
    return still({ ...state, launching: undefined, notice: { kind: 'settings-changed' } });
  };
}

/** Whether the settings no longer let a launch on its way leave, or not without a press. */
function isForbidden({ launching, settings }: LauncherState): boolean {
  if (launching === undefined || !('start' in launching)) return false;
  const { flowId } = launching.start;
  const isAtOnce = 'atOnce' in launching && launching.atOnce;
  return (
    !mayLaunch(settings, flowId) ||
    (isAtOnce && !mayLaunchAtOnce(connectionInUse(settings), flowId))
  );
}

/** Another person does not see what the one before had begun. */
export function forAnotherPerson(state: LauncherState): Step {
  const connection = connectionInUse(state.settings);
  const person = personOf(state.session);
  if (connection === undefined || person === undefined) return still(state);
  const key = connectionKey(connection);
  const known = state.done.person;
  if (known?.connection === key && isSamePerson(known.person, person)) return still(state);
  const noted = { ...state, done: { ...state.done, person: { connection: key, person } } };
  if (known?.connection !== key) return still(noted);
  const name = state.session?.user?.name ?? '';
  const emptied: LauncherState = {
    ...noted,
    draft: emptyDraft,
    launching: undefined,
    attempts: 0,
    failure: undefined,
    history: undefined,
    openedLaunch: undefined,
    notice: { kind: 'another-person', name },
  };
  const effects: Effect[] = [
    { do: 'save-draft', draft: emptyDraft },
    { do: 'show-launch', launchId: undefined },
  ];
  return { state: emptied, effects };
}

/** A launch that was on its way ends with the session. */
export function afterSigningOut(before: LauncherState): (state: LauncherState) => Step {
  return (state) => {
    const isGone = before.session !== undefined && state.session === undefined;
    return still(isGone ? { ...state, launching: undefined } : state);
  };
}

/** A renewed session may be another person's, who has flows of their own. */
export function afterSigningIn(before: LauncherState): (state: LauncherState) => Step {
  return (state) => {
    const one = personOf(before.session);
    const other = personOf(state.session);
    const isAnother = one !== undefined && other !== undefined && !isSamePerson(one, other);
    return before.session === undefined || isAnother ? refreshFlows(state) : still(state);
  };
}

/** Reads the list of flows and the chosen flow while the view shows what it knows. */
export function refreshFlows(state: LauncherState): Step {
  const connection = connectionInUse(state.settings)?.name;
  if (connection === undefined || state.session === undefined) return still(state);
  const effects: Effect[] = [
    { do: 'ask', ask: 'refreshFlows', question: { connection }, shown: false },
  ];
  return andThen({ state, effects }, (next) => readingFlow(next, next.draft.flowId));
}

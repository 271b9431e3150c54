import { isStopped } from '../diagnosis/stopped.ts';
import { intentionLasts } from '../launch/intention.ts';
import { type Connection, connectionInUse } from '../settings/settings.ts';
import type { FormView } from '../view/form-view.ts';
import { type At, type Step, still } from '../view/happening.ts';
import type { LauncherState, Launching } from '../view/launcher.ts';
import { showsLaunch } from '../view/shows.ts';
import { isWaiting, mayNotBeMeant, readsConversations } from '../view/visible.ts';
import { lookingAtConversations } from './conversation.ts';
import { lookingAtPage } from './look.ts';
import { isSameMeant, meantBy } from './meant.ts';
import { sending } from './sending.ts';
import { isForTheLast } from './turned.ts';

/** `Launch` was pressed: what is on screen now is meant. */
export function pressLaunch(
  state: LauncherState,
  view: FormView | undefined,
  { anyway, at }: At & { type: 'launch-pressed' },
): Step {
  // An open question is answered, not pressed away: it would ask about something else at once.
  const step = state.launching?.step;
  if (view === undefined || step === 'checking' || step === 'asked') return still(state);
  const seen = !isForTheLast(state, at);
  // The form does not have the page's values yet.
  if (isWaiting(state)) {
    return still({
      ...state,
      launching: { step: 'held', since: at, ...meantBy(view), anyway, seen },
    });
  }
  const quiet = { ...state, launching: undefined };
  return seen ? proceed(quiet, view, anyway, at) : showFirst(quiet, view, at);
}

/** Goes on to the launch, unless something is missing or a question in production comes first. */
function proceed(state: LauncherState, view: FormView, anyway: boolean, at: number): Step {
  if ((!anyway || mayNotBeMeant(view)) && isStopped(view.lines)) {
    return still({ ...state, launching: undefined, attempts: state.attempts + 1 });
  }
  if (connectionInUse(state.settings)?.confirmLaunch) {
    return still({ ...state, launching: { step: 'asked', ...meantBy(view), anyway } });
  }
  return check(state, view, { anyway, at });
}

/**
 * Looks at the person's conversations and the page once more before anything is sent. The page comes last, because
 * it may become another customer's while Genesys Cloud answers. A page that could not be read is looked at, too: it
 * may be another one by then.
 */
function check(
  state: LauncherState,
  view: FormView,
  { anyway, at, atOnce = false }: { anyway: boolean; at: number; atOnce?: boolean },
): Step {
  // What did not answer is not asked again if the person launches anyway.
  const silent = anyway ? state.notice?.kind : undefined;
  const looksAtPage = silent !== 'page-silent';
  const looksAtConversations = readsConversations(state) && silent !== 'conversation-silent';
  const quiet = { ...state, notice: undefined };
  if (!looksAtPage && !looksAtConversations) return sending(state, view, { anyway, meantAt: at });
  const launching: Launching = {
    step: 'checking',
    since: at,
    atOnce,
    looksAtPage,
    read: undefined,
    unread: state.page.state === 'unreadable' ? state.page.document : undefined,
    ...meantBy(view),
    anyway,
  };
  const checking = { ...quiet, launching };
  return looksAtConversations ? lookingAtConversations(checking) : lookingAtPage(checking);
}

/** The answer to the question before a launch in production: only what was asked about is launched. */
export function answerQuestion(
  state: LauncherState,
  view: FormView | undefined,
  { yes, at }: At & { type: 'question-answered' },
): Step {
  const { launching } = state;
  if (launching?.step !== 'asked') return still(state);
  const quiet = { ...state, launching: undefined };
  if (!yes || view === undefined) return still(quiet);
  if (isWaiting(state) || !isSameMeant(launching, view)) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  return check(quiet, view, { anyway: launching.anyway, at });
}

/**
 * Goes on with a launch if what it waits for has come: the page, the flow, the end of the countdown. Call it after
 * everything that happens.
 */
export function goOn(state: LauncherState, view: FormView | undefined, { at }: At): Step {
  switch (state.launching?.step) {
    case 'held':
      return afterWaiting(state, state.launching, view, at);
    case 'intended':
      return asIntended(state, state.launching, view, at);
    case 'counting':
      return countDown(state, state.launching, view, at);
    default:
      return still(state);
  }
}

function afterWaiting(
  state: LauncherState,
  held: Launching & { step: 'held' },
  view: FormView | undefined,
  at: number,
): Step {
  if (view === undefined || isWaiting(state)) return still(state);
  const quiet = { ...state, launching: undefined };
  // The person meant what was on screen at the press; what came in since is shown first.
  const isMeant = held.seen && isSameMeant(held, view);
  return isMeant ? proceed(quiet, view, held.anyway, at) : showFirst(quiet, view, at);
}

/** Shows first, with `Stop`, what the person may not have seen when they pressed `Launch`. */
function showFirst(state: LauncherState, view: FormView, at: number): Step {
  if (isStopped(view.lines) || connectionInUse(state.settings)?.confirmLaunch) {
    return proceed(state, view, false, at);
  }
  const seconds = state.settings.atOnceSeconds || secondsToSee;
  if (isSure(view)) return counting(state, view, { at, seconds, atOnce: false });
  const kind = view.people ? 'page-changed' : 'conversation-changed';
  return still({ ...state, notice: { kind } });
}

/** How long to show what was pressed before the page was known, in seconds, where the settings say nothing. */
const secondsToSee = 2;

function asIntended(
  state: LauncherState,
  { flowId, until }: Launching & { step: 'intended' },
  view: FormView | undefined,
  at: number,
): Step {
  const quiet = { ...state, launching: undefined };
  const connection = connectionInUse(state.settings);
  // With a clock that was set back, it would last for long.
  const isInTime = at <= until && at >= until - intentionLasts;
  const isMeant = isInTime && state.draft.flowId === flowId;
  if (!isMeant || !mayLaunchAtOnce(connection, flowId)) return still(quiet);
  const isKnown = view !== undefined && state.session !== undefined && !isWaiting(state);
  if (!isKnown || !areInputsKnown(state, view)) return still(state);
  if (isStopped(view.lines)) return still({ ...quiet, attempts: state.attempts + 1 });
  return counting(quiet, view, { at, seconds: state.settings.atOnceSeconds, atOnce: true });
}

/**
 * Shows for so many seconds what will be launched with which values. If it is not sure whom the launch is about,
 * only a press launches.
 */
function counting(
  state: LauncherState,
  view: FormView,
  { at, seconds, atOnce }: { at: number; seconds: number; atOnce: boolean },
): Step {
  if (!isSure(view)) return still(state);
  const until = at + seconds * 1_000;
  if (until <= at) return check(state, view, { anyway: false, at, atOnce });
  const launching: Launching = { step: 'counting', from: at, until, atOnce, ...meantBy(view) };
  return { state: { ...state, launching }, effects: [{ do: 'wake', at: until }] };
}

function isSure({ customer, people }: FormView): boolean {
  return customer?.decision.sure !== false && !people;
}

function countDown(
  state: LauncherState,
  counted: Launching & { step: 'counting' },
  view: FormView | undefined,
  at: number,
): Step {
  const isMeant = view !== undefined && isSameMeant(counted, view) && !isWaiting(state);
  // A result or the history may stand in place of the form, and of `Stop`.
  const isOnScreen = isMeant && !showsLaunch(state) && state.history === undefined;
  // With a clock that was set back, the countdown would end long after the person expects it.
  if (!isOnScreen || at < counted.from) return still(interrupted(state));
  if (at < counted.until) return still(state);
  const { atOnce } = counted;
  return check({ ...state, launching: undefined }, view, { anyway: false, at, atOnce });
}

/**
 * Stops what should have gone on long ago, as when the computer slept meanwhile: the person means something else by
 * now. An open question waits for its answer.
 */
export function withoutLate(state: LauncherState, { at }: At): LauncherState {
  const { launching } = state;
  const isOnItsWay = launching?.step === 'held' || launching?.step === 'checking';
  const due = launching?.step === 'counting' ? launching.until : isOnItsWay && launching.since;
  if (typeof due !== 'number' || at - due <= intentionLasts) return state;
  return { ...state, launching: undefined, notice: { kind: 'stopped' } };
}

/** Cancels a launch at once, because a key, a click, an edit or another page came first. */
export function interrupted(state: LauncherState): LauncherState {
  const { launching } = state;
  if (launching?.step !== 'counting' && launching?.step !== 'intended') return state;
  return { ...state, launching: undefined, notice: { kind: 'stopped' } };
}

/** The person changed the form: what was on its way is off. They press again, for the form as it is now. */
export function afterEdit(state: LauncherState): LauncherState {
  const { launching, ...rest } = interrupted(state);
  const kept = launching?.step === 'held' ? undefined : launching;
  return { ...rest, launching: kept, notice: undefined };
}

/** Whether the flow's inputs were read, or the settings describe them for a person who may not view the flow. */
function areInputsKnown({ flowDetails, settings }: LauncherState, { flowId }: FormView): boolean {
  const read = flowDetails[flowId];
  if (read === undefined) return false;
  if ('flow' in read) return true;
  const flow = connectionInUse(settings)?.flows.find(({ id }) => id === flowId);
  return flow?.inputSchema !== undefined || flow?.inputs !== undefined;
}

/** Whether a connection launches a flow without a press. */
export function mayLaunchAtOnce(connection: Connection | undefined, flowId: string): boolean {
  if (connection === undefined || connection.confirmLaunch) return false;
  return connection.flows.find(({ id }) => id === flowId)?.launchAtOnce ?? false;
}

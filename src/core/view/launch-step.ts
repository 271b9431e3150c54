import { isStopped } from '../diagnosis/stopped.ts';
import type { LaunchStart } from '../launch/request.ts';
import { type Connection, connectionInUse } from '../settings/settings.ts';
import type { FormView } from './form-view.ts';
import { type At, type Step, still } from './happening.ts';
import type { FormNotice, LauncherState, Launching } from './launcher.ts';
import { reading } from './page-step.ts';
import { sending } from './sending.ts';
import { isOfAnotherPage, isWaiting } from './visible.ts';

/** `Launch` was pressed: what is on screen now is meant. */
export function pressLaunch(
  state: LauncherState,
  view: FormView | undefined,
  anyway: boolean,
): Step {
  if (view === undefined || state.launching?.step === 'checking') return still(state);
  // What the page has for the form is not in it yet.
  if (isWaiting(state)) {
    return still({ ...state, launching: { step: 'held', start: view.start, anyway } });
  }
  return proceed({ ...state, launching: undefined }, view, anyway);
}

/** On to the launch, unless something is missing or production wants to be asked. */
function proceed(state: LauncherState, view: FormView, anyway: boolean): Step {
  if ((!anyway || isOfAnotherPage(view)) && isStopped(view.lines)) {
    return still({ ...state, launching: undefined, attempts: state.attempts + 1 });
  }
  if (connectionInUse(state.settings)?.confirmLaunch) {
    return still({ ...state, launching: { step: 'asked', start: view.start, anyway } });
  }
  return check(state, view.start, anyway);
}

/** Looks at the page once more before anything is sent. A page that cannot be read says nothing. */
function check(state: LauncherState, start: LaunchStart, anyway: boolean): Step {
  const isSilent = state.notice?.kind === 'page-silent';
  if (state.page.state !== 'read' || (isSilent && anyway)) return sending(state, start, anyway);
  const { state: asked, effects } = reading({ ...state, notice: undefined });
  const launching: Launching = { step: 'checking', read: asked.reads.asked, start, anyway };
  return { state: { ...asked, launching }, effects };
}

/** The answer to the question before a launch in production: only what was asked about is launched. */
export function answerQuestion(
  state: LauncherState,
  view: FormView | undefined,
  yes: boolean,
): Step {
  const { launching } = state;
  if (launching?.step !== 'asked') return still(state);
  const quiet = { ...state, launching: undefined };
  if (!yes || view === undefined) return still(quiet);
  if (isWaiting(state) || !isSameStart(launching.start, view.start)) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  return check(quiet, launching.start, launching.anyway);
}

/**
 * The page was looked at once more: what it still says is sent. Else nothing is sent, and the form says
 * what the page says now.
 *
 * @param view the form as it is with what the page says now
 */
export function afterLooking(state: LauncherState, view: FormView | undefined): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking') return still(state);
  const quiet = { ...state, launching: undefined };
  if (view === undefined || page.state !== 'read' || page.move !== undefined) {
    return still({ ...quiet, notice: { kind: 'page-changed' } });
  }
  const { start, anyway } = launching;
  if (isOfAnotherPage(view)) {
    return still({ ...quiet, notice: { kind: 'page-changed' }, attempts: state.attempts + 1 });
  }
  if (isSameStart(start, view.start)) return sending(quiet, start, anyway);
  return still({ ...quiet, notice: otherValues(start, view) });
}

/** The page does not answer: the form says how old its values are, and asks. */
export function afterSilence(state: LauncherState): Step {
  const { launching, page } = state;
  if (launching?.step !== 'checking' || page.state !== 'read') return still(state);
  const notice: FormNotice = { kind: 'page-silent', readAt: page.document.readAt };
  return still({ ...state, launching: undefined, notice });
}

/**
 * What a launch on its way waits for may have come: the page, the flow, the end of the countdown. To be
 * called after everything that happens.
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
  { start: pressed, anyway }: Launching & { step: 'held' },
  view: FormView | undefined,
  at: number,
): Step {
  if (view === undefined || isWaiting(state)) return still(state);
  const quiet = { ...state, launching: undefined };
  // What was on screen when it was pressed is meant; what came in since is shown first.
  if (isSameStart(pressed, view.start)) return proceed(quiet, view, anyway);
  return isStopped(view.lines) || connectionInUse(state.settings)?.confirmLaunch
    ? proceed(quiet, view, false)
    : counting(quiet, view, at);
}

function asIntended(
  state: LauncherState,
  { flowId, until }: Launching & { step: 'intended' },
  view: FormView | undefined,
  at: number,
): Step {
  const quiet = { ...state, launching: undefined };
  const connection = connectionInUse(state.settings);
  const isMeant = at <= until && state.draft.flowId === flowId;
  if (!isMeant || !mayLaunchAtOnce(connection, flowId)) return still(quiet);
  const isKnown = view !== undefined && state.session !== undefined && !isWaiting(state);
  if (!isKnown || !areInputsKnown(state, view)) return still(state);
  if (isStopped(view.lines)) return still({ ...quiet, attempts: state.attempts + 1 });
  return counting(quiet, view, at);
}

/** Shows what will be launched with what, for as long as the settings want it. */
function counting(state: LauncherState, view: FormView, at: number): Step {
  const until = at + state.settings.atOnceSeconds * 1_000;
  if (until <= at) return check(state, view.start, false);
  const launching: Launching = { step: 'counting', from: at, until, start: view.start };
  return { state: { ...state, launching }, effects: [{ do: 'wake', at: until }] };
}

function countDown(
  state: LauncherState,
  { until, start }: Launching & { step: 'counting' },
  view: FormView | undefined,
  at: number,
): Step {
  const isOnScreen = view !== undefined && isSameStart(start, view.start) && !isWaiting(state);
  if (!isOnScreen) return still(interrupted(state));
  return at < until ? still(state) : check({ ...state, launching: undefined }, start, false);
}

/** What was about to be launched at once is not: a key, a click, an edit or another page came first. */
export function interrupted(state: LauncherState): LauncherState {
  const { launching } = state;
  if (launching?.step !== 'counting' && launching?.step !== 'intended') return state;
  return { ...state, launching: undefined, notice: { kind: 'stopped' } };
}

/** Whether the flow's inputs were read, or else are described by the settings of who may not view it. */
function areInputsKnown({ flowDetails, settings }: LauncherState, { flowId }: FormView): boolean {
  const read = flowDetails[flowId];
  if (read === undefined) return false;
  if ('flow' in read) return true;
  const flow = connectionInUse(settings)?.flows.find(({ id }) => id === flowId);
  return flow?.inputSchema !== undefined || flow?.inputs !== undefined;
}

function mayLaunchAtOnce(connection: Connection | undefined, flowId: string): boolean {
  if (connection === undefined || connection.confirmLaunch) return false;
  return connection.flows.find(({ id }) => id === flowId)?.launchAtOnce ?? false;
}

/** Whether two starts send the same. */
function isSameStart(one: LaunchStart, other: LaunchStart): boolean {
  return one.flowId === other.flowId && sent(one) === sent(other);
}

function sent({ inputData }: LaunchStart): string {
  return JSON.stringify(Object.entries(inputData ?? {}).toSorted());
}

/** What was to be sent, and what the page says now, for each input in which they differ. */
function otherValues(was: LaunchStart, { start, inputs }: FormView): FormNotice {
  const names = new Set([
    ...Object.keys(was.inputData ?? {}),
    ...Object.keys(start.inputData ?? {}),
  ]);
  const values = [...names].flatMap((name) => {
    const [before, now] = [wordsOf(was.inputData, name), wordsOf(start.inputData, name)];
    const label = inputs.find((input) => input.name === name)?.label ?? name;
    return before === now ? [] : [{ label, was: before, now }];
  });
  return { kind: 'page-says-other', values };
}

function wordsOf(data: LaunchStart['inputData'], name: string): string {
  const value = data && Object.hasOwn(data, name) ? data[name] : undefined;
  if (value === undefined) return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

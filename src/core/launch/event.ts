import type { Failure } from '../base/failure.ts';
import type { ShownPerson } from '../session/person.ts';
import {
  type Execution,
  type Instance,
  type Launch,
  type LaunchState,
  type LookUp,
  launchVersion,
  type Transport,
} from './launch.ts';

/** What can happen to a launch. `at` is in milliseconds since 1970. */
export type LaunchEvent =
  /** Written before the POST leaves. */
  | { type: 'sent'; sentAs: Transport; by?: ShownPerson; at: number }
  /** The server surely did not process the POST. It is sent again: at once, or after a wait. */
  | { type: 'not-taken'; answer?: Launch['answer']; wait?: Launch['waiting']; at: number }
  | { type: 'accepted'; answer: NonNullable<Launch['answer']>; executionId: string; at: number }
  | { type: 'refused'; failure: Failure; answer?: Launch['answer']; at: number }
  | { type: 'answer-lost'; failure: Failure; answer?: Launch['answer']; at: number }
  /** The look-up found it. The execution's id is present if the API confirmed it. */
  | { type: 'found'; instances: Instance[]; executionId?: string | undefined; at: number }
  | { type: 'not-found'; lookUp: LookUp; at: number }
  /** The person asks to look it up once more. */
  | { type: 'looked-for-again'; at: number }
  | { type: 'seen'; execution: Execution; at: number }
  | { type: 'not-followed'; failure: Failure; at: number }
  | { type: 'followed-again'; at: number };

/**
 * Whether an answer with this status proves that nothing was launched: any 4xx but 408, which a
 * server also gives when it took too long over a request that it had.
 */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && status !== 408;
}

/**
 * The launch as it begins, before anything is sent. The request is written down at once, so that a
 * worker that comes later sends, if it may send at all, exactly this.
 */
export function newLaunch(
  start: Pick<Launch, 'id' | 'connection' | 'flow'> &
    Partial<
      Pick<Launch, 'inputs' | 'request' | 'tabId' | 'by' | 'customer' | 'page' | 'conversationId'>
    >,
  at: number,
): Launch {
  return { ...start, version: launchVersion, state: 'sending', times: { created: at } };
}

/**
 * The launch after an event. This is the only place where a launch changes its state. If the event cannot
 * be true of the launch, it gives back the very same object.
 */
export function afterEvent(launch: Launch, event: LaunchEvent): Launch {
  return canHappen(launch, event) ? changed(launch, event) : launch;
}

type EventOf<Type extends LaunchEvent['type']> = Extract<LaunchEvent, { type: Type }>;

/** In which states of a launch an event can happen, and what else has to be true. */
const rules: {
  readonly [Type in LaunchEvent['type']]: {
    readonly in: readonly LaunchState[];
    readonly if?: (launch: Launch, event: EventOf<Type>) => boolean;
  };
} = {
  sent: { in: ['sending'], if: (launch) => !launch.inFlight },
  'not-taken': {
    in: ['sending'],
    if: (launch, { answer }) => isOut(launch) && (answer === undefined || isRefusal(answer.status)),
  },
  accepted: { in: ['sending'], if: isOut },
  // Once a POST is out, only the server's own answer proves that it was not processed.
  refused: {
    in: ['sending'],
    if: (launch, { answer }) =>
      !isOut(launch) || (answer !== undefined && isRefusal(answer.status)),
  },
  'answer-lost': { in: ['sending'], if: isOut },
  found: { in: ['unknown'], if: (_, { instances }) => instances.length > 0 },
  'not-found': { in: ['unknown'] },
  'looked-for-again': { in: ['unknown'] },
  seen: {
    in: ['launched', 'running'],
    if: ({ execution }, event) => execution?.id === event.execution.id,
  },
  'not-followed': { in: ['launched', 'running'] },
  'followed-again': {
    in: ['launched', 'running'],
    if: ({ execution }) => execution !== undefined,
  },
};

/** Whether a POST is out and its outcome is not recorded yet. */
export function isOut({ inFlight }: Launch): boolean {
  return inFlight === true;
}

function canHappen<Type extends LaunchEvent['type']>(
  launch: Launch,
  event: EventOf<Type>,
): boolean {
  const rule: (typeof rules)[Type] = rules[event.type as Type];
  return rule.in.includes(launch.state) && (rule.if?.(launch, event) ?? true);
}

function changed(launch: Launch, event: LaunchEvent): Launch {
  const { at } = event;
  const { times } = launch;
  switch (event.type) {
    case 'sent':
      return {
        ...launch,
        sentAs: event.sentAs,
        by: launch.by ?? event.by,
        inFlight: true,
        waiting: undefined,
        times: { ...times, sent: at },
      };
    case 'not-taken':
      return {
        ...launch,
        inFlight: false,
        answer: event.answer ?? launch.answer,
        waiting: event.wait,
        waits: (launch.waits ?? 0) + (event.wait ? 1 : 0),
      };
    case 'accepted':
      return {
        ...answered(launch, event.answer, at),
        state: 'launched',
        execution: { id: event.executionId },
      };
    case 'refused':
      return {
        // An earlier answer, such as one that told us to wait, is not why it ended.
        ...answered(launch, event.answer, at),
        state: 'refused',
        failure: event.failure,
        times: { ...times, answered: event.answer && at, ended: at },
      };
    case 'answer-lost':
      return {
        ...answered(launch, event.answer, at),
        state: 'unknown',
        failure: event.failure,
        times: { ...times, answered: event.answer && at, lost: at },
      };
    case 'found':
      return found(launch, event);
    case 'not-found':
      return { ...launch, lookUp: event.lookUp, times: { ...times, checked: at } };
    case 'looked-for-again':
      return { ...launch, lookUp: undefined, times: { ...times, lost: at } };
    case 'seen':
      return seen(launch, event);
    case 'not-followed':
      return { ...launch, notFollowed: event.failure, times: { ...times, checked: at } };
    case 'followed-again':
      return { ...launch, notFollowed: undefined };
  }
}

function answered(launch: Launch, answer: Launch['answer'], at: number): Launch {
  const times = { ...launch.times, answered: at };
  return { ...launch, inFlight: false, waiting: undefined, answer, times };
}

function found(launch: Launch, { instances, executionId, at }: EventOf<'found'>): Launch {
  const times = { ...launch.times, checked: at };
  const launched: Launch = { ...launch, state: 'launched', instances, failure: undefined, times };
  return executionId === undefined
    ? { ...launched, notFollowed: { code: 'execution-id-unknown', params: {} } }
    : { ...launched, execution: { id: executionId } };
}

/** `UNKNOWN` and statuses that we do not know change nothing: the next answer may say more. */
const stateOfStatus: Readonly<Record<string, LaunchState>> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  ERROR: 'error',
  TERMINATED: 'terminated',
};

function seen(launch: Launch, { execution, at }: EventOf<'seen'>): Launch {
  const state = stateOfStatus[execution.status ?? ''] ?? launch.state;
  const end = state === 'launched' || state === 'running' ? undefined : at;
  return {
    ...launch,
    state,
    execution,
    notFollowed: undefined,
    times: { ...launch.times, checked: at, ended: end },
  };
}

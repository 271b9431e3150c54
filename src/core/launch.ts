import { type ErrorBody, errorBodySchema } from './error-body.ts';
import { type Failure, failureSchema } from './failure.ts';
import { z } from './zod.ts';

export const launchStates = [
  'sending',
  'launched',
  'running',
  'completed',
  'failed',
  'error',
  'terminated',
  'refused',
  'unknown',
] as const;

export type LaunchState = (typeof launchStates)[number];

const sentRequestSchema = z.object({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.string().optional(),
});

const receivedAnswerSchema = z.object({
  status: z.number().int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  cut: z.boolean(),
});

/** Genesys Cloud's run of the flow, as last seen. */
const executionSchema = z.object({
  id: z.string(),
  /** As the server spells it; values that nobody knows yet may appear. */
  status: z.string().optional(),
  dateLaunched: z.string().optional(),
  dateCompleted: z.string().optional(),
  completionReason: z.string().optional(),
  outputData: z.record(z.string(), z.unknown()).optional(),
  errorInfo: errorBodySchema.optional(),
});

export type Execution = z.infer<typeof executionSchema>;

/** Our record of one launch: request, state, answer, times. One launch is one POST. */
export const launchSchema = z.object({
  id: z.string(),
  state: z.enum(launchStates),
  connection: z.object({ name: z.string(), key: z.string() }),
  flow: z.object({ id: z.string(), name: z.string() }),
  /** Absent until the POST is made up, which takes a session. */
  request: sentRequestSchema.optional(),
  answer: receivedAnswerSchema.optional(),
  execution: executionSchema.optional(),
  failure: failureSchema.optional(),
  /** Why the execution is not followed to its end, where it is not. */
  notFollowed: failureSchema.optional(),
  tabId: z.number().int().optional(),
  /** Milliseconds since 1970. `sent` is written before the POST leaves. */
  times: z.object({
    created: z.number(),
    sent: z.number().optional(),
    answered: z.number().optional(),
    checked: z.number().optional(),
    ended: z.number().optional(),
  }),
});

export type Launch = z.infer<typeof launchSchema>;

/** What can happen to a launch. `at` is in milliseconds since 1970. */
export type LaunchEvent =
  | { type: 'sent'; request: NonNullable<Launch['request']>; at: number }
  | { type: 'accepted'; answer: NonNullable<Launch['answer']>; executionId: string; at: number }
  | { type: 'refused'; failure: Failure; answer?: Launch['answer']; at: number }
  | { type: 'answer-lost'; failure: Failure; answer?: Launch['answer']; at: number }
  | { type: 'seen'; execution: Execution; at: number }
  | { type: 'not-followed'; failure: Failure; at: number };

/** Which states an event may find a launch in. Anything else would make the record untrue. */
const mayHappenIn: Record<LaunchEvent['type'], readonly LaunchState[]> = {
  sent: ['sending'],
  accepted: ['sending', 'unknown'],
  refused: ['sending'],
  'answer-lost': ['sending'],
  seen: ['launched', 'running'],
  'not-followed': ['launched', 'running'],
};

/** A launch as it begins, before anything is sent. */
export function newLaunch(
  start: Pick<Launch, 'id' | 'connection' | 'flow' | 'tabId'>,
  at: number,
): Launch {
  return { ...start, state: 'sending', times: { created: at } };
}

/**
 * The launch after an event: the only place where a launch changes its state. An event that cannot
 * happen in the launch's state leaves it as it is.
 */
export function afterEvent(launch: Launch, event: LaunchEvent): Launch {
  if (!mayHappenIn[event.type].includes(launch.state)) return launch;
  const { at } = event;
  switch (event.type) {
    case 'sent':
      return { ...launch, request: event.request, times: { ...launch.times, sent: at } };
    case 'accepted':
      return {
        ...launch,
        state: 'launched',
        answer: event.answer,
        execution: { id: event.executionId },
        failure: undefined,
        times: { ...launch.times, answered: at },
      };
    case 'refused':
      return ended(
        { ...launch, state: 'refused', answer: event.answer, failure: event.failure },
        at,
      );
    case 'answer-lost':
      return {
        ...launch,
        state: 'unknown',
        answer: event.answer,
        failure: event.failure,
        times: { ...launch.times, answered: event.answer ? at : undefined },
      };
    case 'seen':
      return afterLook(launch, event.execution, at);
    case 'not-followed':
      return { ...launch, notFollowed: event.failure, times: { ...launch.times, checked: at } };
  }
}

/** Whether there is nothing more to come. */
export function hasEnded({ state, notFollowed }: Launch): boolean {
  return notFollowed !== undefined || !['sending', 'launched', 'running'].includes(state);
}

function ended(launch: Launch, at: number): Launch {
  return { ...launch, times: { ...launch.times, answered: at, ended: at } };
}

/** `UNKNOWN` and statuses that are new to us change nothing: the next look may tell more. */
const stateOfStatus: Readonly<Record<string, LaunchState>> = {
  RUNNING: 'running',
  COMPLETED: 'completed',
  FAILED: 'failed',
  ERROR: 'error',
  TERMINATED: 'terminated',
};

function afterLook(launch: Launch, execution: Execution, at: number): Launch {
  const state = stateOfStatus[execution.status ?? ''] ?? launch.state;
  const end = state === 'launched' || state === 'running' ? undefined : at;
  return {
    ...launch,
    state,
    execution,
    times: { ...launch.times, checked: at, ended: end },
  };
}

/** What the execution itself says went wrong. */
export function executionError({ execution }: Launch): ErrorBody | undefined {
  return execution?.errorInfo;
}

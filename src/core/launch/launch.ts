import { errorBodySchema } from '../base/error-body.ts';
import { failureSchema } from '../base/failure.ts';
import { jsonOf } from '../base/http.ts';
import { versioned } from '../base/versions.ts';
import { z } from '../base/zod.ts';
import { shownPersonSchema } from '../session/person.ts';
import { customerSchema } from './customer.ts';
import { launchMigrations } from './migrations.ts';

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
  body: z.optional(z.string()),
});

const receivedAnswerSchema = z.object({
  status: z.int(),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  cut: z.boolean(),
});

/** Genesys Cloud's run of the flow, as last seen. */
const executionSchema = z.object({
  id: z.string(),
  /** As the server spells it; values that are not known yet may appear. */
  status: z.optional(z.string()),
  dateLaunched: z.optional(z.string()),
  dateCompleted: z.optional(z.string()),
  completionReason: z.optional(z.string()),
  outputData: z.optional(z.record(z.string(), z.unknown())),
  /** The output was larger than a record can hold: what is here is cut. */
  outputCut: z.optional(z.boolean()),
  /** What the execution itself says went wrong. */
  errorInfo: z.optional(errorBodySchema),
});

export type Execution = z.infer<typeof executionSchema>;

/** An entry of Architect's execution history. Whether its id is the execution's is not published. */
export const instanceSchema = z.object({
  id: z.string(),
  startDateTime: z.catch(z.optional(z.string()), undefined),
  endDateTime: z.catch(z.optional(z.string()), undefined),
  flowErrorReason: z.catch(z.optional(z.string()), undefined),
});

export type Instance = z.infer<typeof instanceSchema>;

/** How far the search for a launch with a lost answer has come. */
const lookUpSchema = z.object({
  /** How often it was looked for. */
  tries: z.int(),
  /** Why nothing was found, as far as is known. */
  failure: z.optional(failureSchema),
  /** How far the server's clock is ahead of ours, in milliseconds, where an answer told. */
  clockOffset: z.optional(z.number()),
  /** Kickoff does not look again by itself. */
  over: z.boolean(),
});

export type LookUp = z.infer<typeof lookUpSchema>;

/**
 * How the POST went over the wire: as a stream, which the browser can send only once, or as an
 * ordinary body, which it may send again by itself when a connection breaks.
 */
export const transports = ['stream', 'body'] as const;

export type Transport = (typeof transports)[number];

/** The page of a launch, as its browser names it. */
export const launchPageSchema = z.object({
  title: z.optional(z.string().check(z.maxLength(500))),
  address: z.optional(z.string().check(z.maxLength(2_000))),
  /** The customer's number as the page itself had it: what was launched may be another. */
  number: z.optional(z.string().check(z.maxLength(200))),
});

/** The version of the shape below; `migrations.ts` has what changed since the first. */
export const launchVersion = 2;

const recordSchema = z.object({
  version: z.literal(launchVersion),
  id: z.string(),
  state: z.enum(launchStates),
  connection: z.object({ name: z.string(), key: z.string() }),
  flow: z.object({ id: z.string(), name: z.string() }),
  /** What was filled in; absent where there was nothing, or where the settings keep no inputs. */
  inputs: z.optional(z.record(z.string(), z.unknown())),
  /** Nothing of the customer's is in the record any more: `withoutCustomerData`. */
  inputsRemoved: z.optional(z.boolean()),
  /** The POST, as it goes out or went out. */
  request: z.optional(sentRequestSchema),
  sentAs: z.optional(z.enum(transports)),
  /** A POST is out, and its outcome is not recorded yet. */
  inFlight: z.optional(z.boolean()),
  /** The server told us to send it again later; `failure` says why. Milliseconds since 1970. */
  waiting: z.optional(z.object({ until: z.number(), failure: failureSchema })),
  /** How often the server told it to wait. */
  waits: z.optional(z.int()),
  answer: z.optional(receivedAnswerSchema),
  execution: z.optional(executionSchema),
  /** What the execution history shows of it; two where it was processed twice. */
  instances: z.optional(z.array(instanceSchema)),
  lookUp: z.optional(lookUpSchema),
  failure: z.optional(failureSchema),
  /** Why Kickoff does not follow the execution to its end; absent while it does. */
  notFollowed: z.optional(failureSchema),
  tabId: z.optional(z.int()),
  /** Who launched it: the person whom the view showed. Kickoff sends it for no one else. */
  by: z.optional(shownPersonSchema),
  customer: z.optional(customerSchema),
  /** The page from which it was launched. */
  page: z.optional(launchPageSchema),
  /** The conversation that it was about. */
  conversationId: z.optional(z.string()),
  /** Milliseconds since 1970. `sent` is written before the POST leaves. */
  times: z.object({
    created: z.number(),
    sent: z.optional(z.number()),
    answered: z.optional(z.number()),
    /** When it became known that no answer will come. */
    lost: z.optional(z.number()),
    checked: z.optional(z.number()),
    ended: z.optional(z.number()),
  }),
});

/** Our record of one launch: request, state, answer, times. One launch is one POST. */
export const launchSchema = versioned(recordSchema, launchMigrations);

export type Launch = z.infer<typeof recordSchema>;

/** Whether the launch changes no more by itself. */
export function hasEnded({ state, notFollowed, lookUp }: Launch): boolean {
  if (state === 'unknown') return lookUp?.over === true;
  return notFollowed !== undefined || !['sending', 'launched', 'running'].includes(state);
}

const accepted: ReadonlySet<LaunchState> = new Set([
  'launched',
  'running',
  'completed',
  'failed',
  'error',
  'terminated',
]);

/** Whether Genesys Cloud took the launch, whatever became of it. */
export function wasAccepted({ state }: Pick<Launch, 'state'>): boolean {
  return accepted.has(state);
}

const nameSchema = z.object({ name: z.optional(z.string()) });

/** The name that the launch gave its execution. */
export function executionNameOf({ request }: Launch): string | undefined {
  return nameSchema.safeParse(jsonOf({ body: request?.body ?? '' })).data?.name;
}

/** The longest wait for a limit that is sat out, in milliseconds, whatever the clock says. */
export const longestWait = 60_000;

/** In how many seconds a launch that waits is sent. By a clock that was set back since, it would be hours. */
export function secondsToWait(until: number, now: number): number {
  return Math.ceil(Math.min(Math.max(0, until - now), longestWait) / 1_000);
}

import { type Failure, failureSchema, type Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import { launchRequestSchema } from '../launch/request.ts';

const connectionName = z.string().check(z.minLength(1), z.maxLength(100));

/**
 * Everything that a view may ask of the worker. Answers are short: the worker writes what changes to storage,
 * and views draw from there.
 */
export const questions = {
  signIn: z.object({
    connection: connectionName,
    /** Ask who it is, also where the login server knows a person. */
    asksWho: z.optional(z.boolean()),
  }),
  signOut: z.object({ connection: connectionName }),
  /** Checks line by line whether launching can work; the lines come by storage. */
  checkConnection: z.object({ connection: connectionName }),
  /** Answers as soon as the record is written; the outcome comes by storage. */
  launch: z.extend(launchRequestSchema, {
    /** Although the same was launched just now. */
    anyway: z.optional(z.boolean()),
    /** The way out that the view showed (`wayOut`): the settings may be others by the time that the worker reads them. */
    wayOut: z.string(),
  }),
  /** Gives up a launch that was not sent yet, or that waits to be sent again. */
  cancel: z.object({ launchId: z.guid() }),
  /** Looks once more for a launch whose answer was lost. */
  lookUp: z.object({ launchId: z.guid() }),
  /** Deletes launches that have ended from the history. */
  forget: z.object({ launchIds: z.array(z.guid()).check(z.maxLength(10_000)) }),
  /** Reads the list of flows behind what is shown. */
  refreshFlows: z.object({ connection: connectionName }),
  /** Reads one flow with its inputs. */
  readFlow: z.object({ connection: connectionName, flowId: z.guid() }),
  /**
   * Reads the person's conversations while the view shows what it knows, if the connection is set up for it.
   * `anew`: even if they were read just now.
   */
  readConversations: z.object({ connection: connectionName, anew: z.optional(z.boolean()) }),
  /** Looks up which external contacts have a number or an email address. */
  lookUpContact: z.object({
    connection: connectionName,
    value: z.string().check(z.minLength(1), z.maxLength(320)),
  }),
  /** Lists the data tables of the organization, for the options. */
  listTables: z.object({ connection: connectionName }),
  /** Reads the rows of a data table that an input is chosen from. */
  readTable: z.object({ connection: connectionName, tableId: z.guid() }),
  /** Finds out why a launch was refused or failed, without changing anything. */
  gatherEvidence: z.object({ launchId: z.guid() }),
  /** A view is open: running executions are followed closely from now on. */
  follow: z.object({}),
} as const;

export type QuestionName = keyof typeof questions;
export type Question<Name extends QuestionName> = z.infer<(typeof questions)[Name]>;

/** A handler for each question: a missing one does not compile. */
export type Handlers = {
  [Name in QuestionName]: (question: Question<Name>) => Promise<Outcome<null>>;
};

const messageSchema = z.object({
  ask: z.enum(Object.keys(questions) as [QuestionName, ...QuestionName[]]),
  question: z.unknown(),
});

/** A message as it crosses: the question's name and what it says. */
export type Message = { ask: QuestionName; question: unknown };

/** Reads a message; `undefined` if it is not one of ours or its question is malformed. */
export function readMessage(raw: unknown): Message | undefined {
  const message = messageSchema.safeParse(raw);
  if (!message.success) return undefined;
  const question = questions[message.data.ask].safeParse(message.data.question);
  return question.success ? { ask: message.data.ask, question: question.data } : undefined;
}

const answerSchema = z.union([
  z.object({ ok: z.literal(true), value: z.null() }),
  z.object({ ok: z.literal(false), failure: failureSchema }),
]);

const noWorker: Failure = { code: 'worker-silent', params: {} };

/** Reads the worker's answer; one that cannot be read is a failure like any other. */
export function readReply(raw: unknown): Outcome<null> {
  const answer = answerSchema.safeParse(raw);
  return answer.success ? answer.data : { ok: false, failure: noWorker };
}

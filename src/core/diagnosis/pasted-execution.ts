import { errorBodySchema } from '../base/error-body.ts';
import { bySureness, type Finding, finding } from '../base/finding.ts';
import { z } from '../base/zod.ts';
import { maybe } from '../export/parts.ts';
import type { SentRequest } from './case.ts';
import { diagnoseRun, emptyVariables } from './run.ts';

const text = maybe(z.string());

/**
 * What is read of an execution as it was pasted: `FlowRuntimeExecution`, an entry of the
 * execution history (`FlowExecutionDataQueryResult`), or its notification.
 * https://developer.genesys.cloud/devapps/api-explorer
 */
const executionSchema = z.object({
  status: text,
  completionReason: text,
  flowErrorInfo: maybe(z.nullable(errorBodySchema)),
  flowErrorReason: text,
  flowWarningReason: text,
  errors: maybe(z.array(z.unknown())),
  endDateTime: text,
  outputData: maybe(z.nullable(z.record(z.string(), z.unknown()))),
});

/** How an execution stands, in one of the words that launches have; `ended` where no status says it. */
export type ExecutionState =
  | 'completed'
  | 'failed'
  | 'error'
  | 'terminated'
  | 'running'
  | 'ended'
  | 'unknown';

/** An execution explained. */
export interface ExplainedExecution {
  readonly state: ExecutionState;
  readonly findings: Finding[];
}

/**
 * Explains an execution that was pasted: how it stands, and why it failed, as far as its error says.
 *
 * @param request the launch beside it, if it was shown
 */
export function explainExecution(
  execution: unknown,
  request: SentRequest | undefined,
): ExplainedExecution {
  const read = executionSchema.safeParse(execution).data ?? {};
  const state = stateOf(read);
  const reason = read.flowErrorReason ?? read.flowWarningReason;
  const error = read.flowErrorInfo ?? (reason === undefined ? undefined : { message: reason });
  const isBad = state === 'failed' || state === 'error' || error !== undefined;
  const standing = finding(`execution-${state}`, 'certain', {
    reason: read.completionReason ?? '',
  });
  if (!isBad) return { state, findings: [standing] };
  const found = request === undefined ? withoutRequest(error) : diagnoseRun({ request, error });
  return { state, findings: [standing, ...bySureness(found)] };
}

function stateOf({
  status,
  endDateTime,
  flowErrorReason,
}: z.infer<typeof executionSchema>): ExecutionState {
  const known = ['completed', 'failed', 'error', 'terminated', 'running'] as const;
  const word = known.find((it) => it === status?.toLowerCase());
  if (word !== undefined) return word;
  if (flowErrorReason !== undefined && flowErrorReason !== '') return 'failed';
  return endDateTime === undefined ? 'unknown' : 'ended';
}

/** What the error alone says: which variable was empty, or only that the flow failed. */
function withoutRequest(error: z.infer<typeof executionSchema>['flowErrorInfo']): Finding[] {
  const message = error?.message ?? error?.code ?? '';
  const empty = emptyVariables(error ?? undefined).map(({ name, member, isAll }) =>
    member === ''
      ? finding('variable-empty', isAll ? 'certain' : 'likely', { input: name })
      : finding('input-member-missing', 'likely', { input: name, member }),
  );
  const fault = finding('flow-fault', empty.length > 0 ? 'possible' : 'likely', { message });
  return message === '' ? empty : [...empty, fault];
}

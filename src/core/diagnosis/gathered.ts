import type { Outcome } from '../base/failure.ts';
import { z } from '../base/zod.ts';
import type { FlowDetail } from '../flow/flow.ts';
import type { Launch } from '../launch/launch.ts';
import type { EvidenceAtHand, FlowFacts } from './case.ts';

const flowFactsSchema = z.object({
  found: z.enum(['yes', 'no', 'deleted', 'forbidden']),
  name: z.optional(z.string()),
  type: z.optional(z.string()),
  isPublished: z.optional(z.boolean()),
  isActive: z.optional(z.boolean()),
});

/**
 * What was gathered to explain one launch, with requests that change nothing. What is absent was not
 * needed, or could not be had. In session storage only: it says what the person may do.
 */
export const gatheredSchema = z.object({
  permissions: z.optional(z.array(z.string())),
  scopes: z.optional(z.array(z.string())),
  token: z.optional(z.enum(['accepted', 'refused'])),
  flow: z.optional(flowFactsSchema),
  inputSchema: z.optional(z.unknown()),
});

export type Gathered = z.infer<typeof gatheredSchema>;

/** Whether there is more to say about a launch than its record says: it was answered, and not well. */
export function isExplainable({ state, answer, request, execution }: Launch): boolean {
  if (request === undefined) return false;
  if (state === 'refused' || state === 'unknown') return answer !== undefined;
  return (state === 'failed' || state === 'error') && execution?.errorInfo !== undefined;
}

/** What reading a flow tells about it; nothing where it could not be asked for. */
export function flowEvidence(
  read: Outcome<FlowDetail>,
): Pick<EvidenceAtHand, 'flow' | 'inputSchema'> {
  if (!read.ok) {
    const found = foundByFailure[read.failure.code];
    return found === undefined ? {} : { flow: { found } };
  }
  const { name, type, cannotLaunch, inputSchema } = read.value;
  if (cannotLaunch === 'deleted') return { flow: { found: 'deleted' } };
  return {
    flow: { found: 'yes', name, type, ...stateOf(cannotLaunch) },
    inputSchema,
  };
}

const foundByFailure: Readonly<Record<string, FlowFacts['found']>> = {
  'flow-not-found': 'no',
  'flow-deleted': 'deleted',
  'flow-not-viewable': 'forbidden',
};

/** Only the first reason not to launch is kept of a flow, so the others are not concluded from it. */
function stateOf(cannotLaunch: FlowDetail['cannotLaunch']): Partial<FlowFacts> {
  switch (cannotLaunch) {
    case 'unpublished':
      return { isPublished: false };
    case 'inactive':
      return { isPublished: true, isActive: false };
    case undefined:
      return { isPublished: true };
    default:
      return {};
  }
}

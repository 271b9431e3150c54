import { z } from './zod.ts';

/** How sure a finding is. `certain` is kept for what cannot be otherwise. */
const certainties = ['certain', 'likely', 'possible'] as const;

export type Certainty = (typeof certainties)[number];

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));

/** What fills the placeholders of a finding's words; a list is read out with commas. */
export type FindingParams = z.infer<typeof paramsSchema>;

const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('edit-input'), input: z.string() }),
  z.object({
    kind: z.literal('switch-request-format'),
    inputsKey: z.string(),
    flowIdIn: z.enum(['body', 'path']),
  }),
  z.object({ kind: z.literal('sign-in'), scopes: z.array(z.string()) }),
  z.object({ kind: z.literal('pick-flow') }),
  z.object({ kind: z.literal('open-admin'), page: z.enum(['roles', 'oauth', 'flow', 'ip']) }),
  z.object({ kind: z.literal('wait'), seconds: z.number() }),
]);

/** What the program can do about a finding, as data: the pages turn it into a button. */
export type FindingAction = z.infer<typeof actionSchema>;

const evidenceSchema = z.object({ code: z.string(), params: paramsSchema });

/** One fact that a finding stands on, or that ruled a cause out: `evidence_<code>` says it. */
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * One explained cause of a refusal, or one thing that a request shows. The words are found under
 * `finding_<code>_cause` and `_remedy` (core/base/finding-text.ts).
 */
const findingSchema = z.object({
  code: z.string().max(100),
  certainty: z.enum(certainties),
  params: paramsSchema,
  evidence: z.array(evidenceSchema).optional(),
  action: actionSchema.optional(),
});

export type Finding = z.infer<typeof findingSchema>;

/** A finding, written shorter. */
export function finding(
  code: string,
  certainty: Certainty,
  params: FindingParams = {},
  more: Pick<Finding, 'evidence' | 'action'> = {},
): Finding {
  return { code, certainty, params, ...more };
}

/** The surest first; among equals the order in which they were found. */
export function bySureness(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty),
  );
}

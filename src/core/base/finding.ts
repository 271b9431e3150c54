import type { Between, Dashed } from './text.ts';

/** How sure a finding is. `certain` is kept for what cannot be otherwise. */
const certainties = ['certain', 'likely', 'possible'] as const;

export type Certainty = (typeof certainties)[number];

/** What fills the placeholders of a finding's words; a list is read out with commas. */
export type FindingParams = Record<string, string | number | string[]>;

/** What the program can do about a finding, as data: the pages turn it into a button. */
export type FindingAction =
  | { kind: 'edit-input'; input: string }
  | { kind: 'switch-request-format'; inputsKey: string; flowIdIn: 'body' | 'path' }
  | { kind: 'sign-in'; scopes: string[] }
  | { kind: 'pick-flow' }
  | { kind: 'open-admin'; page: 'roles' | 'oauth' | 'flow' | 'ip' }
  | { kind: 'wait'; seconds: number };

/** Facts that the catalogue of messages has words for. */
export type EvidenceCode = Dashed<Between<'evidence_', ''>>;

/** One fact that a finding stands on, or that ruled a cause out: `evidence_<code>` says it. */
export interface Evidence {
  code: EvidenceCode;
  params: FindingParams;
}

/** A fact, written shorter. */
export function fact(code: EvidenceCode, params: FindingParams = {}): Evidence {
  return { code, params };
}

/** Causes that the catalogue of messages has words for. */
export type FindingCode = Dashed<Between<'finding_', '_cause'>>;

/**
 * One explained cause of a refusal, or one thing that a request shows. The words are found under
 * `finding_<code>_cause` and `_remedy` (core/base/finding-text.ts). Never stored: made anew from the
 * record of a launch whenever it is shown.
 */
export interface Finding {
  code: FindingCode;
  certainty: Certainty;
  params: FindingParams;
  evidence?: Evidence[] | undefined;
  action?: FindingAction | undefined;
}

/** A finding, written shorter. */
export function finding(
  code: FindingCode,
  certainty: Certainty,
  params: FindingParams = {},
  more: Pick<Finding, 'evidence' | 'action'> = {},
): Finding {
  return { code, certainty, params, ...more };
}

/** The finding, no surer than `likely`: something that is not known may speak against it. */
export function atMostLikely(it: Finding): Finding {
  return it.certainty === 'certain' ? { ...it, certainty: 'likely' } : it;
}

/** The surest first; among equals the order in which they were found. */
export function bySureness(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) => certainties.indexOf(a.certainty) - certainties.indexOf(b.certainty),
  );
}

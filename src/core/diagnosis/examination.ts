import { type Evidence, type EvidenceCode, type Finding, fact } from '../base/finding.ts';

/** What examining one possible cause came to. */
export interface Examination {
  readonly findings: readonly Finding[];
  /** Facts that speak against the cause. */
  readonly ruledOut: readonly Evidence[];
  /** What could not be examined, and what it would have taken. */
  readonly wouldHelp: readonly Evidence[];
}

/** No finding, and nothing ruled out. */
export const nothingFound: Examination = { findings: [], ruledOut: [], wouldHelp: [] };

/** Lays several side by side, in their order. */
export function together(several: readonly Examination[]): Examination {
  return {
    findings: several.flatMap((it) => it.findings),
    ruledOut: several.flatMap((it) => it.ruledOut),
    wouldHelp: several.flatMap((it) => it.wouldHelp),
  };
}

/** These findings, and nothing else. */
export function found(...findings: readonly Finding[]): Examination {
  return { ...nothingFound, findings };
}

/** One fact that speaks against the cause. */
export function ruledOut(code: EvidenceCode, params: Evidence['params'] = {}): Examination {
  return { ...nothingFound, ruledOut: [fact(code, params)] };
}

/** One thing that it would have taken to examine the cause. */
export function wouldHelp(code: EvidenceCode, params: Evidence['params'] = {}): Examination {
  return { ...nothingFound, wouldHelp: [fact(code, params)] };
}

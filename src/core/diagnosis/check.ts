import { type Evidence, type EvidenceCode, type Finding, fact } from '../base/finding.ts';

/** What looking at one possible cause came to. */
export interface Look {
  readonly findings: readonly Finding[];
  /** Facts that speak against the cause. */
  readonly ruledOut: readonly Evidence[];
  /** What could not be looked at, and what it would have taken. */
  readonly wouldHelp: readonly Evidence[];
}

export const nothingSeen: Look = { findings: [], ruledOut: [], wouldHelp: [] };

/** Lays several looks side by side, in their order. */
export function allLooks(looks: readonly Look[]): Look {
  return {
    findings: looks.flatMap((it) => it.findings),
    ruledOut: looks.flatMap((it) => it.ruledOut),
    wouldHelp: looks.flatMap((it) => it.wouldHelp),
  };
}

export function found(...findings: readonly Finding[]): Look {
  return { ...nothingSeen, findings };
}

export function ruledOut(code: EvidenceCode, params: Evidence['params'] = {}): Look {
  return { ...nothingSeen, ruledOut: [fact(code, params)] };
}

export function wouldHelp(code: EvidenceCode, params: Evidence['params'] = {}): Look {
  return { ...nothingSeen, wouldHelp: [fact(code, params)] };
}

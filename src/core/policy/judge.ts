import { checkPolicy, type PolicyCheck, type PolicySchema } from './check.ts';
import type { Contradiction } from './contradiction.ts';
import { contradictionsIn } from './contradictions.ts';
import type { PolicyFile, PolicyPart, Remark } from './file.ts';
import { installationRemarks } from './installation.ts';
import { type OutlookLine, outlookOf } from './outlook.ts';

/** What Chrome and the extension will make of the settings for one extension. */
export interface JudgedPart {
  part: PolicyPart;
  check: PolicyCheck;
  contradictions: Contradiction[];
  outlook: OutlookLine[];
  /** Whether all of it counts and has no contradiction. */
  isGood: boolean;
}

/** Judges a policy before its rollout. */
export function judge(
  file: PolicyFile,
  schema: PolicySchema,
): { parts: JudgedPart[]; remarks: Remark[] } {
  const parts = oursIn(file, schema).map((part): JudgedPart => {
    const check = checkPolicy(part.document, schema);
    const contradictions = contradictionsIn(check.policy, part.document);
    const isGood =
      check.withheld.length + check.policy.problems.length === 0 &&
      contradictions.every(({ isNote }) => isNote);
    return { part, check, contradictions, outlook: outlookOf(check.policy), isGood };
  });
  const policies = parts.map(({ check }) => check.policy);
  return { parts, remarks: [...file.remarks, ...installationRemarks(file, policies)] };
}

/** The parts for this extension. A part without any of our names belongs to another one, if any part has them. */
function oursIn({ parts }: PolicyFile, { properties = {} }: PolicySchema): PolicyPart[] {
  const ours = parts.filter(({ document }) =>
    Object.keys(document).some((name) => Object.hasOwn(properties, name)),
  );
  return ours.length > 0 ? ours : parts;
}

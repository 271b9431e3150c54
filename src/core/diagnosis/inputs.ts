import { fact, finding } from '../base/finding.ts';
import { everyInput, flowInputs } from '../form/input-schema.ts';
import { schemaProblems } from '../form/schema.ts';
import { needsOf } from '../session/permission.ts';
import type { Case } from './case.ts';
import {
  type Examination,
  found,
  nothingFound,
  ruledOut,
  together,
  wouldHelp,
} from './examination.ts';

/** Looks at the inputs, held against the flow's input schema. */
export function examineInputs(it: Case): Examination {
  const { operation, evidence, inputs, answer } = it;
  if (operation !== 'launch' || ![400, 422, 500].includes(answer.status)) return nothingFound;
  const { inputSchema } = evidence;
  const declared = flowInputs(inputSchema);
  const known = declared.inputs.filter(({ name }) => name !== everyInput);
  if (inputSchema === undefined || declared.note !== undefined) {
    const hasInputs = Object.keys(inputs).length > 0;
    const permission = needsOf.flow.permissions[0];
    return hasInputs ? wouldHelp('needs-schema', { permission }) : nothingFound;
  }

  const wrong = schemaProblems(inputSchema, inputs).map(({ input }) => input);
  const missing = known.filter(({ name, required }) => required && !Object.hasOwn(inputs, name));
  const unknown = Object.keys(inputs).filter((name) => !known.some((its) => its.name === name));
  const names = known.map(({ name }) => name);
  const seen = { evidence: [fact('schema-says')] };
  const examined = [
    ...wrong.map((input) => {
      const action = { kind: 'edit-input', input } as const;
      const kind = known.find(({ name }) => name === input)?.kind ?? '';
      return found(finding('input-wrong-type', 'likely', { input, kind }, { ...seen, action }));
    }),
    ...missing.map(({ name }) => {
      const action = { kind: 'edit-input', input: name } as const;
      return found(finding('input-missing', 'likely', { input: name }, { ...seen, action }));
    }),
    // The published API launches all the same, and the flow goes without them.
    ...unknown.map((input) => found({ ...strangerFinding(input, names), ...seen })),
  ];
  return examined.length === 0 ? ruledOut('inputs-fit') : together(examined);
}

/** An input that the flow does not have: misspelled, if one of the flow's differs only in spelling. */
export function strangerFinding(input: string, known: readonly string[]) {
  const right = known.find((name) => meansTheSame(name, input));
  const action = { kind: 'edit-input', input } as const;
  return right === undefined
    ? finding('input-unknown', 'possible', { input }, { action })
    : finding('input-misspelled', 'possible', { input, right }, { action });
}

/** Whether two names of inputs differ at most in their prefix, case, underscores and dashes. */
export function meansTheSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

function bare(name: string): string {
  return name
    .replace(/^flow\./i, '')
    .replace(/[\s_-]/g, '')
    .toLowerCase();
}

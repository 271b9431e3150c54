import type { ErrorBody } from '../base/error-body.ts';
import { bySureness, type Finding, type FindingAction, fact, finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { type CheckedRequest, checkRequest } from '../doctor/check.ts';
import { everyInput, flowInputs } from '../form/input-schema.ts';
import { seenRequest } from '../request/seen.ts';
import { publishedFormat } from '../settings/settings.ts';
import type { SentRequest } from './case.ts';
import { meansTheSame } from './inputs.ts';

/** A run that was launched and did not end well. */
export interface FailedRun {
  readonly request: SentRequest;
  readonly error: ErrorBody | undefined;
  readonly inputSchema?: unknown;
}

/** A variable of the flow that an expression reads, and which member of it: `participant.id`. */
export interface ReadVariable {
  readonly name: string;
  readonly member: string;
  /** Whether the expression is nothing but this. */
  readonly isAll: boolean;
}

/**
 * Traces a failed run back to the input at fault. The launch itself takes inputs that are nested,
 * misnamed or missing without a word; the flow then meets an empty variable, and ends with
 * `error.workflow.expression.unexpectedNull`, which names the expression.
 * https://developer.genesys.cloud/forum/t/start-workflow-flow-over-api/20500
 */
export function diagnoseRun({ request, error, inputSchema }: FailedRun): Finding[] {
  const message = error?.message ?? error?.code ?? '';
  const evidence = [fact('run-said', { message })];
  const known = flowInputs(inputSchema)
    .inputs.map(({ name }) => name)
    .filter((name) => name !== everyInput);
  const { method, url, body: bodyText = '' } = request;
  const checked = checkRequest(seenRequest({ method, url, bodyText }));
  const found = emptyVariables(error).flatMap((it) => inputFindings(it, checked, known));
  const isTraced = found.some(({ certainty }) => certainty !== 'possible');
  const fault = finding('flow-fault', isTraced ? 'possible' : 'likely', { message });
  return bySureness([...found, fault]).map((it) => ({ ...it, evidence }));
}

/** An expression that a person wrote reads a few. */
const mostVariables = 20;

/** The flow's variables that were empty where a run's error says so, the first of many. */
export function emptyVariables(error: ErrorBody | undefined): ReadVariable[] {
  if (error === undefined || !/unexpectedNull|null/i.test(`${error.code} ${error.message}`))
    return [];
  const { expression } = error.messageParams ?? {};
  const said = typeof expression === 'string' ? expression : (error.message ?? '');
  const paths = [...new Set(said.match(/\bFlow(?:\.\w+)+/gi) ?? [])];
  return paths.slice(0, mostVariables).map((path) => {
    const [flow = '', name = '', ...member] = path.split('.');
    return { name: `${flow}.${name}`, member: member.join('.'), isAll: said.trim() === path };
  });
}

function inputFindings(
  { name: variable, member }: ReadVariable,
  { findings, corrected }: CheckedRequest,
  known: readonly string[],
): Finding[] {
  const inputs = isObject(corrected.body?.inputData) ? corrected.body.inputData : {};
  const edit: FindingAction = { kind: 'edit-input', input: variable };
  const reshaped = findings.find((it) => concerns(it, variable, inputs));
  if (reshaped !== undefined) {
    const action: FindingAction =
      reshaped.code === 'null-input' ? edit : { kind: 'switch-request-format', ...publishedFormat };
    return [{ ...reshaped, certainty: 'likely', action }];
  }
  const isKnown = known.some((name) => meansTheSame(name, variable));
  const input = Object.keys(inputs).find((name) => meansTheSame(name, variable));
  if (input === undefined) {
    // A variable that the schema does not list is set by the flow itself.
    const certainty = isKnown ? 'likely' : 'possible';
    return [finding('input-missing', certainty, { input: variable }, { action: edit })];
  }
  if (input !== variable) {
    const action: FindingAction = { kind: 'edit-input', input };
    return [finding('input-misspelled', 'likely', { input, right: variable }, { action })];
  }
  if (member !== '' && isObject(inputs[input])) {
    return [finding('input-member-missing', 'likely', { input, member }, { action: edit })];
  }
  return inputs[input] === ''
    ? [finding('input-empty', 'likely', { input }, { action: edit })]
    : [];
}

/** Whether a defect of the request kept this variable from its value. */
function concerns({ code, params }: Finding, variable: string, inputs: object): boolean {
  const named = [params.inputs ?? []]
    .flat()
    .map(String)
    .some((it) => meansTheSame(it, variable));
  if (code === 'nested-namespace' || code === 'null-input' || code === 'flat-inputs') return named;
  const isGiven = Object.keys(inputs).some((it) => meansTheSame(it, variable));
  return code === 'wrong-envelope' && isGiven;
}

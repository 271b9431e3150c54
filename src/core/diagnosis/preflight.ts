import type { Failure, FailureCode } from '../base/failure.ts';
import type { MessageKey } from '../base/text.ts';
import type { FlowDetail } from '../flow/flow.ts';
import type { FormProblem } from '../form/value.ts';
import { holdsPermission, holdsScope, needsOf } from '../session/permission.ts';
import type { Session } from '../session/session.ts';

type PreflightWords =
  | Extract<MessageKey, `preflight_${PreflightCode}_${string}`>
  | 'problem_elsewhere';

/** What is looked at before a launch, in the order in which it is shown. */
type PreflightCode = 'session' | 'permission' | 'scope' | 'flow' | 'inputs' | 'number' | 'customer';

/** How one thing stands, and the message that says so. */
export interface PreflightLine {
  readonly code: PreflightCode;
  /** `doubt`: it may go wrong; `unknown`: nothing is known of it. */
  readonly state: 'ok' | 'problem' | 'doubt' | 'unknown';
  /** The launch would be refused for sure. Only this stops it. */
  readonly certain: boolean;
  readonly words: PreflightWords;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** What is known when the form is shown. Nothing is asked for it. */
export interface PreflightFacts {
  readonly session: Pick<Session, 'expiresAt' | 'permissions' | 'scopes'> | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly flow: FlowDetail | undefined;
  /** Why the flow could not be read. */
  readonly flowFailure: Failure | undefined;
  readonly problems: readonly FormProblem[];
  /** What the inputs for telephone numbers hold. */
  readonly numbers: readonly { readonly value: string; readonly isPlausible: boolean }[];
  /** Page and conversation do not settle whom the form is about, and the person has not said it yet. */
  readonly isCustomerAsked?: boolean;
}

/** What is already known of a launch that was not made yet, one line each. */
export function preflight(facts: PreflightFacts): readonly PreflightLine[] {
  return [
    sessionLine(facts),
    permissionLine(facts),
    scopeLine(facts),
    flowLine(facts),
    inputsLine(facts),
    ...numberLines(facts),
    ...(facts.isCustomerAsked ? [line('customer', 'problem', 'preflight_customer_problem')] : []),
  ];
}

/** An expired session is renewed on the way, mostly without a window. */
function sessionLine({ session, now }: PreflightFacts): PreflightLine {
  if (session === undefined) return line('session', 'problem', 'preflight_session_problem');
  return session.expiresAt <= now
    ? line('session', 'doubt', 'preflight_session_doubt')
    : line('session', 'ok', 'preflight_session_ok');
}

function permissionLine({ session }: PreflightFacts): PreflightLine {
  const [permission] = needsOf.launch.permissions;
  return held('permission', session?.permissions, { permission }, (permissions) =>
    holdsPermission(permissions, permission),
  );
}

function scopeLine({ session }: PreflightFacts): PreflightLine {
  const { scopes } = needsOf.launch;
  return held('scope', session?.scopes, { scope: scopes[0] }, (own) => holdsScope(own, scopes));
}

function held(
  code: 'permission' | 'scope',
  own: readonly string[] | undefined,
  params: Readonly<Record<string, string>>,
  holds: (own: readonly string[]) => boolean,
): PreflightLine {
  if (own === undefined) return line(code, 'unknown', `preflight_${code}_unknown`, params);
  return holds(own)
    ? line(code, 'ok', `preflight_${code}_ok`, params)
    : line(code, 'problem', `preflight_${code}_problem`, params);
}

/** Failures that say of the flow that it cannot be launched, rather than that it could not be looked at. */
const flowFailures: Readonly<Partial<Record<FailureCode, PreflightLine>>> = {
  'flow-deleted': line('flow', 'problem', 'preflight_flow_deleted'),
  // A flow of a division that the person may not see looks the same.
  'flow-not-found': line('flow', 'doubt', 'preflight_flow_not_found'),
};

function flowLine({ flow, flowFailure }: PreflightFacts): PreflightLine {
  const unknown = line('flow', 'unknown', 'preflight_flow_unknown');
  if (flowFailure !== undefined) return flowFailures[flowFailure.code] ?? unknown;
  // One that only the settings describe was never looked at.
  if (flow === undefined || flow.readAt === 0) return unknown;
  switch (flow.cannotLaunch) {
    case undefined:
      return line('flow', 'ok', 'preflight_flow_ok');
    case 'unpublished':
    case 'deleted':
      return line('flow', 'problem', `preflight_flow_${flow.cannotLaunch}`);
    // Nothing published says that these are refused.
    case 'inactive':
      return line('flow', 'doubt', 'preflight_flow_inactive');
    case 'not-workflow':
      return line('flow', 'doubt', 'preflight_flow_not_workflow');
  }
}

function inputsLine({ problems }: PreflightFacts): PreflightLine {
  if (problems.length === 0) return line('inputs', 'ok', 'preflight_inputs_ok');
  const isTyped = problems.every(({ code }) => code === 'elsewhere');
  if (isTyped) return line('inputs', 'problem', 'problem_elsewhere');
  return line('inputs', 'problem', 'preflight_inputs_problem', { count: problems.length });
}

/** No line where no input asks for a number, or none is filled in. */
function numberLines({ numbers }: PreflightFacts): PreflightLine[] {
  if (numbers.length === 0) return [];
  const odd = numbers.find(({ isPlausible }) => !isPlausible);
  if (odd === undefined) return [line('number', 'ok', 'preflight_number_ok')];
  return [line('number', 'doubt', 'preflight_number_doubt', { value: odd.value })];
}

/** A line that is known to be so, where it is a problem. */
function line(
  code: PreflightCode,
  state: PreflightLine['state'],
  words: PreflightWords,
  params?: PreflightLine['params'],
): PreflightLine {
  return { code, state, certain: state === 'problem', words, ...(params && { params }) };
}

import type { Failure } from '../base/failure.ts';
import type { FlowDetail } from '../flow/flow.ts';
import type { FormProblem } from '../form/value.ts';
import { holdsPermission, holdsScope, needsOf } from '../session/permission.ts';
import type { Session } from '../session/session.ts';

/** What is looked at before a launch, in the order in which it is shown. */
type PreflightCode = 'session' | 'permission' | 'scope' | 'flow' | 'inputs' | 'number';

/**
 * How one thing stands. The words are under `preflight_<code>_<state>`, or, where `reason` says more,
 * under `preflight_<code>_<reason>`.
 */
export interface PreflightLine {
  readonly code: PreflightCode;
  /** `doubt`: it may go wrong; `unknown`: nobody has told. */
  readonly state: 'ok' | 'problem' | 'doubt' | 'unknown';
  /** The launch would be refused for sure. Only this stops it. */
  readonly certain: boolean;
  readonly reason?: string;
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
  ];
}

/** Whether a launch would be refused for sure. */
export function isStopped(lines: readonly PreflightLine[]): boolean {
  return lines.some(({ state, certain }) => state === 'problem' && certain);
}

/** An expired session is renewed on the way, mostly without a window. */
function sessionLine({ session, now }: PreflightFacts): PreflightLine {
  if (session === undefined) return { code: 'session', state: 'problem', certain: true };
  const isOver = session.expiresAt <= now;
  return { code: 'session', state: isOver ? 'doubt' : 'ok', certain: false };
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
  code: PreflightCode,
  own: readonly string[] | undefined,
  params: Readonly<Record<string, string>>,
  holds: (own: readonly string[]) => boolean,
): PreflightLine {
  if (own === undefined) return { code, state: 'unknown', certain: false, params };
  const isHeld = holds(own);
  return { code, state: isHeld ? 'ok' : 'problem', certain: !isHeld, params };
}

/** Failures that say of the flow that it cannot be launched, rather than that nobody could look. */
const flowFailures: Readonly<Record<string, PreflightLine>> = {
  'flow-deleted': { code: 'flow', state: 'problem', certain: true, reason: 'deleted' },
  // A flow of a division that the person may not see looks the same.
  'flow-not-found': { code: 'flow', state: 'doubt', certain: false, reason: 'not_found' },
};

function flowLine({ flow, flowFailure }: PreflightFacts): PreflightLine {
  const unknown: PreflightLine = { code: 'flow', state: 'unknown', certain: false };
  if (flowFailure !== undefined) return flowFailures[flowFailure.code] ?? unknown;
  // One that only the settings describe was never looked at.
  if (flow === undefined || flow.readAt === 0) return unknown;
  switch (flow.cannotLaunch) {
    case undefined:
      return { code: 'flow', state: 'ok', certain: false };
    case 'unpublished':
    case 'deleted':
      return { code: 'flow', state: 'problem', certain: true, reason: flow.cannotLaunch };
    // Nothing published says that these are refused.
    case 'inactive':
      return { code: 'flow', state: 'doubt', certain: false, reason: 'inactive' };
    case 'not-workflow':
      return { code: 'flow', state: 'doubt', certain: false, reason: 'not_workflow' };
  }
}

function inputsLine({ problems }: PreflightFacts): PreflightLine {
  if (problems.length === 0) return { code: 'inputs', state: 'ok', certain: false };
  const params = { count: problems.length };
  return { code: 'inputs', state: 'problem', certain: true, params };
}

/** No line where no input asks for a number, or none is filled in. */
function numberLines({ numbers }: PreflightFacts): PreflightLine[] {
  if (numbers.length === 0) return [];
  const odd = numbers.find(({ isPlausible }) => !isPlausible);
  if (odd === undefined) return [{ code: 'number', state: 'ok', certain: false }];
  return [{ code: 'number', state: 'doubt', certain: false, params: { value: odd.value } }];
}

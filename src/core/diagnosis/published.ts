import {
  type Finding,
  type FindingAction,
  type FindingCode,
  type FindingParams,
  fact,
  finding,
} from '../base/finding.ts';
import { everyInput, flowInputs } from '../form/input-schema.ts';
import { holdsPermission, needsOf } from '../session/permission.ts';
import type { ApiError } from './answer.ts';
import type { Case } from './case.ts';
import { type Meaning, meaningOf, typeIn } from './error-catalogue.ts';
import { strangerFinding } from './inputs.ts';
import { type Named, namedIn } from './named.ts';

/**
 * The finding for an error with a published code, with the permission, scope, input or limit that it
 * names. `undefined` where the code is not published, or names no cause.
 */
export function publishedFinding(error: ApiError, it: Case): Finding | undefined {
  const meaning = meaningOf(error.code ?? '');
  if (meaning === undefined) return undefined;
  const named = namedIn(error);
  const { code, certainty } = weighed(meaning, it);
  const params = paramsOf(code, error, named, it);
  const action = actionOf(code, params, it);
  const said = error.message ?? error.code ?? '';
  const evidence = [
    fact('server-said', { message: said, status: it.answer.status }),
    ...(named.limit === undefined ? [] : [fact('server-limit', { limit: named.limit })]),
  ];
  return finding(code, certainty, params, {
    evidence,
    ...(action === undefined ? {} : { action }),
  });
}

/**
 * `architect.missing.permission` does not say which permission is missing: the user's own list shows
 * whether it is the one that the call needs, or that one in the flow's division. To a launch, a flow
 * that was deleted is one that is not found; its record tells more.
 */
function weighed(meaning: Meaning, { operation, evidence }: Case): Meaning {
  const { permissions, flow } = evidence;
  if (meaning.code === 'flow-not-found' && flow?.found === 'deleted') {
    return { ...meaning, code: 'flow-deleted' };
  }
  const isUnsure = meaning.code === 'missing-permission' && meaning.certainty === 'likely';
  if (!isUnsure || permissions === undefined) return meaning;
  const holds = needsOf[operation].permissions.every((it) => holdsPermission(permissions, it));
  return holds
    ? { code: 'division-permission', certainty: 'likely' }
    : { code: 'missing-permission', certainty: 'certain' };
}

/** What the answer to an error means for how long to wait: its header counts more than its words. */
export function secondsToWait(it: Case, named?: Named): number {
  const header = Number(
    it.answer.headers['retry-after'] ?? it.answer.headers['inin-ratelimit-reset'],
  );
  return Number.isFinite(header) && header > 0 ? header : (named?.seconds ?? 60);
}

function paramsOf(code: FindingCode, error: ApiError, named: Named, it: Case): FindingParams {
  const needs = needsOf[it.operation];
  const permission = named.permissions.length > 0 ? [...named.permissions] : [...needs.permissions];
  const given = {
    'missing-permission': { permission },
    'division-permission': { permission, division: named.division },
    'missing-scope': { scope: named.scope ?? needs.scopes[0] },
    'policy-denied': { policies: named.policies ?? named.bracketed[0] },
    'ip-not-allowed': { ip: named.ip ?? named.bracketed[0] },
    'rate-limited': { seconds: secondsToWait(it, named) },
    'body-too-large': { bytes: named.bytes },
    'input-not-marked': { input: inputAtFault(named, it) },
    'input-value-not-allowed': { input: inputAtFault(named, it), value: named.value },
    'invalid-field': { field: named.field ?? named.bracketed[0] },
    'invalid-value': {
      field: named.field ?? named.bracketed[1],
      value: named.value ?? named.bracketed[0],
      allowed: named.allowed,
    },
    'invalid-date': { field: named.field },
    'invalid-query': { field: named.field ?? named.bracketed[1] ?? named.bracketed[0] },
    'constraint-violated': { message: error.message ?? '' },
    'malformed-flow-id': { id: String(it.checked.corrected.body?.flowId ?? '') },
    'wrong-content-type': { type: it.request.headers['Content-Type'] ?? '' },
    'operation-not-for-type': { type: typeIn(error.code ?? '') },
  } as const satisfies Record<string, Record<string, FindingParams[string] | undefined>>;
  const params: Record<string, FindingParams[string] | undefined> =
    code in given ? given[code as keyof typeof given] : {};
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The input that an error is about: as it says, else the only one that can be meant. */
function inputAtFault(named: Named, { inputs, evidence }: Case): string | undefined {
  const sent = Object.keys(inputs);
  const told = [named.field, ...named.bracketed].find(
    (name) => name !== undefined && sent.some((it) => it === name || it.endsWith(`.${name}`)),
  );
  if (told !== undefined) return sent.find((it) => it === told || it.endsWith(`.${told}`));
  if (named.field !== undefined) return named.field;
  const known = flowInputs(evidence.inputSchema).inputs.map(({ name }) => name);
  const strangers = known.includes(everyInput) ? [] : sent.filter((it) => !known.includes(it));
  if (strangers.length === 1)
    return strangerFinding(strangers[0] ?? '', known).params.input as string;
  return sent.length === 1 ? sent[0] : undefined;
}

const adminPages: Readonly<Record<string, 'roles' | 'oauth' | 'flow' | 'ip'>> = {
  'missing-permission': 'roles',
  'division-permission': 'roles',
  'ip-not-allowed': 'ip',
  'not-a-user': 'oauth',
  'flow-not-published': 'flow',
  'flow-invalid-state': 'flow',
  'flow-definition-missing': 'flow',
  'flow-validation-failed': 'flow',
  'flow-data-damaged': 'flow',
};

const otherFlow = new Set([
  'flow-deleted',
  'flow-not-found',
  'flow-version-missing',
  'malformed-flow-id',
  'operation-not-for-type',
]);

function actionOf(code: FindingCode, params: FindingParams, it: Case): FindingAction | undefined {
  const page = adminPages[code];
  if (page !== undefined) return { kind: 'open-admin', page };
  if (otherFlow.has(code)) return { kind: 'pick-flow' };
  if (typeof params.input === 'string') return { kind: 'edit-input', input: params.input };
  switch (code) {
    case 'missing-scope':
      return {
        kind: 'sign-in',
        scopes: [...new Set([...(it.evidence.scopes ?? []), String(params.scope)])],
      };
    case 'token-expired':
    case 'token-missing':
      return { kind: 'sign-in', scopes: [...(it.evidence.scopes ?? [])] };
    case 'rate-limited':
      return { kind: 'wait', seconds: Number(params.seconds) };
    case 'service-unavailable':
      return { kind: 'wait', seconds: secondsToWait(it) };
    default:
      return undefined;
  }
}

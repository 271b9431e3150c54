import type { Certainty } from '../base/finding.ts';

/** What a published error code means: the finding that explains it, and how sure it makes it. */
export interface Meaning {
  readonly code: string;
  readonly certainty: Certainty;
}

/**
 * The error codes that Genesys Cloud publishes for the calls in use (`x-inin-error-codes` in
 * https://api.mypurecloud.com/api/v2/docs/swagger), by the finding that explains them.
 * What only says that something is wrong (`bad.request`, `not.authorized` …) is no cause, and is
 * looked into instead: `opaqueCodes`.
 */
const meanings: Readonly<Record<string, readonly string[]>> = {
  'flow-not-published': ['flow.config.not.published'],
  'flow-invalid-state': ['flow.invalid.state'],
  'flow-definition-missing': ['flow.definition.missing', 'architect.flow.data.missing'],
  'flow-validation-failed': ['architect.object.validate.failed'],
  'flow-data-damaged': ['architect.flow.data.invalid.format'],
  'flow-not-found': ['architect.flow.not.found'],
  'flow-deleted': ['architect.flow.deleted'],
  'flow-version-missing': ['architect.flow.version.missing', 'flow.no.config.available'],
  'flow-type-invalid': ['architect.invalid.flow.type'],
  'malformed-flow-id': ['architect.flow.invalid.id'],
  'execution-not-found': [
    'architect.flow.execution.not.found',
    'architect.execution.flow.not.found',
  ],
  'user-not-found': ['general.resource.not.found'],
  'input-not-marked': ['input.var.not.marked.in.flow.def'],
  'input-value-not-allowed': ['variable.value.not.allowed'],
  'invalid-field': ['invalid.property'],
  'invalid-value': ['invalid.value'],
  'invalid-date': ['invalid.date'],
  'invalid-query': ['invalid.query.param.value', 'architect.query.parameter.missing'],
  'constraint-violated': ['constraint.validation'],
  'division-invalid': ['architect.division.invalid'],
  'not-a-user': ['not.a.user'],
  'token-missing': ['authentication.required'],
  'token-expired': ['bad.credentials'],
  'ip-not-allowed': ['ip.not.authorized'],
  'missing-scope': ['app.not.authorized.for.scope'],
  'missing-permission': [
    'missing.permissions',
    'missing.any.permissions',
    'architect.missing.permission',
  ],
  'division-permission': ['missing.division.permission', 'missing.any.division.permissions'],
  'policy-denied': ['authz.policy.denied'],
  'feature-off': [
    'feature.forbidden',
    'not.implemented',
    'architect.secure.call.flow.not.supported',
  ],
  'body-too-large': ['request.entity.too.large'],
  'answer-too-large': ['response.entity.too.large'],
  'wrong-content-type': ['unsupported.media.type'],
  'upload-broken': ['client.failed.request', 'client.timeout'],
  conflict: ['request.conflict'],
  'rate-limited': ['too.many.requests', 'too.many.requests.retry.after'],
  'server-fault': [
    'architect.unspecified.error',
    'internal.server.error',
    'architect.external.call.failure',
  ],
  'service-unavailable': ['service.unavailable'],
  'server-timeout': ['request.timeout', 'authentication.request.timeout'],
};

/** Codes from which the cause does not follow for certain: they name a symptom with several causes. */
const likelyOnly = new Set([
  // Invalid, expired, revoked or of another region: all get this code.
  'bad.credentials',
  // Does not say which permission, nor whether a division is meant.
  'architect.missing.permission',
  'architect.object.validate.failed',
  'client.failed.request',
]);

/** Published, but saying no more than the status does. @internal exported for its test */
export const opaqueCodes: ReadonlySet<string> = new Set([
  'bad.request',
  'not.authorized',
  'not.found',
  'general.not.found',
]);

const byCode = new Map<string, Meaning>(
  Object.entries(meanings).flatMap(([code, published]) =>
    published.map((it) => [it, { code, certainty: likelyOnly.has(it) ? 'likely' : 'certain' }]),
  ),
);

/** `Inbound.Call.Flow.Invalid.Operation`, `architect.workflow.invalid.operation` and their like. */
const wrongType = /^(?:architect\.)?([a-z.]+?)(?:\.flow)?\.invalid\.operation$/i;

/** What an error code means; `undefined` where it is not published, or is one of `opaqueCodes`. */
export function meaningOf(errorCode: string): Meaning | undefined {
  const known = byCode.get(errorCode.toLowerCase());
  if (known !== undefined || typeIn(errorCode) === undefined) return known;
  return { code: 'operation-not-for-type', certainty: 'certain' };
}

/** The type of flow that a code such as `architect.voice.flow.invalid.operation` speaks of. */
export function typeIn(errorCode: string): string | undefined {
  return wrongType.exec(errorCode)?.[1]?.replaceAll('.', ' ').toLowerCase();
}

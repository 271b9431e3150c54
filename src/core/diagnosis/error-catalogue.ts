import type { Certainty, FindingCode } from '../base/finding.ts';

/** What a published error code means: the finding that explains it, and how sure it makes it. */
export interface Meaning {
  readonly code: FindingCode;
  readonly certainty: Certainty;
}

/**
 * The error codes that Genesys Cloud publishes for the calls in use (`x-inin-error-codes` in
 * https://api.mypurecloud.com/api/v2/docs/swagger), by the finding that explains them.
 * What only says that something is wrong (`bad.request`, `not.authorized` …) is no cause, and is
 * looked into instead: `opaqueCodes`.
 */
const meanings: Readonly<Record<string, FindingCode>> = {
  'flow.config.not.published': 'flow-not-published',
  'flow.invalid.state': 'flow-invalid-state',
  'flow.definition.missing': 'flow-definition-missing',
  'architect.flow.data.missing': 'flow-definition-missing',
  'architect.object.validate.failed': 'flow-validation-failed',
  'architect.flow.data.invalid.format': 'flow-data-damaged',
  'architect.flow.not.found': 'flow-not-found',
  'architect.flow.deleted': 'flow-deleted',
  'architect.flow.version.missing': 'flow-version-missing',
  'flow.no.config.available': 'flow-version-missing',
  'architect.invalid.flow.type': 'flow-type-invalid',
  'architect.flow.invalid.id': 'malformed-flow-id',
  'architect.flow.execution.not.found': 'execution-not-found',
  'architect.execution.flow.not.found': 'execution-not-found',
  'general.resource.not.found': 'user-not-found',
  'input.var.not.marked.in.flow.def': 'input-not-marked',
  'variable.value.not.allowed': 'input-value-not-allowed',
  'invalid.property': 'invalid-field',
  'invalid.value': 'invalid-value',
  'invalid.date': 'invalid-date',
  'invalid.query.param.value': 'invalid-query',
  'architect.query.parameter.missing': 'invalid-query',
  'constraint.validation': 'constraint-violated',
  'architect.division.invalid': 'division-invalid',
  'not.a.user': 'not-a-user',
  'authentication.required': 'token-missing',
  'bad.credentials': 'token-expired',
  'ip.not.authorized': 'ip-not-allowed',
  'app.not.authorized.for.scope': 'missing-scope',
  'missing.permissions': 'missing-permission',
  'missing.any.permissions': 'missing-permission',
  'architect.missing.permission': 'missing-permission',
  'missing.division.permission': 'division-permission',
  'missing.any.division.permissions': 'division-permission',
  'authz.policy.denied': 'policy-denied',
  'feature.forbidden': 'feature-off',
  'not.implemented': 'feature-off',
  'architect.secure.call.flow.not.supported': 'feature-off',
  'request.entity.too.large': 'body-too-large',
  'response.entity.too.large': 'answer-too-large',
  'unsupported.media.type': 'wrong-content-type',
  'client.failed.request': 'upload-broken',
  'client.timeout': 'upload-broken',
  'request.conflict': 'conflict',
  'too.many.requests': 'rate-limited',
  'too.many.requests.retry.after': 'rate-limited',
  'architect.unspecified.error': 'server-fault',
  'internal.server.error': 'server-fault',
  'architect.external.call.failure': 'server-fault',
  'service.unavailable': 'service-unavailable',
  'request.timeout': 'server-timeout',
  'authentication.request.timeout': 'server-timeout',
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

/** `Inbound.Call.Flow.Invalid.Operation`, `architect.workflow.invalid.operation` and their like. */
const wrongType = /^(?:architect\.)?([a-z.]+?)(?:\.flow)?\.invalid\.operation$/i;

/** What an error code means; `undefined` where it is not published, or is one of `opaqueCodes`. */
export function meaningOf(errorCode: string): Meaning | undefined {
  const published = errorCode.toLowerCase();
  const code = Object.hasOwn(meanings, published) ? meanings[published] : undefined;
  if (code !== undefined) {
    return { code, certainty: likelyOnly.has(published) ? 'likely' : 'certain' };
  }
  return typeIn(errorCode) === undefined
    ? undefined
    : { code: 'operation-not-for-type', certainty: 'certain' };
}

/** The type of flow that a code such as `architect.voice.flow.invalid.operation` speaks of. */
export function typeIn(errorCode: string): string | undefined {
  return wrongType.exec(errorCode)?.[1]?.replaceAll('.', ' ').toLowerCase();
}

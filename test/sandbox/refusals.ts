import type { Answer } from './exchange.ts';

/**
 * The refusals of the API that the sandbox gives: published code, its status, and words for it
 * (`%s` stands for a parameter). The codes are those that the API's own description lists for each
 * operation: https://api.mypurecloud.com/api/v2/docs/swagger (`x-inin-error-codes`).
 */
const refusals = {
  'bad.request': [400, 'The request could not be understood: %s'],
  'invalid.property': [400, 'Value [%s] is not a valid property for object [%s]'],
  'invalid.value': [400, 'Value [%s] is not valid for field type [%s]'],
  'invalid.date': [400, 'Dates must be ISO-8601 strings'],
  'invalid.query.param.value': [400, 'Value [%s] is not valid for parameter [%s]'],
  'constraint.validation': [400, '%s'],
  'response.entity.too.large': [400, 'The response is over the size limit. Reduce pageSize'],
  'architect.invalid.flow.type': [400, 'An invalid flow type was specified: %s'],
  'architect.query.parameter.missing': [400, 'The query parameter %s is missing or empty'],
  'flow.config.not.published': [400, 'Flow definition has not been published'],
  'flow.invalid.state': [400, 'Flow definition is in an invalid state'],
  'flow.definition.missing': [400, 'Flow definition cannot be loaded'],
  'input.var.not.marked.in.flow.def': [400, 'Variable %s is not marked as an input of the flow'],
  'variable.value.not.allowed': [400, 'The value of variable %s is not a legal value'],
  'authentication.required': [401, 'No bearer token in the authorization header'],
  'bad.credentials': [401, 'Invalid login credentials'],
  'missing.permissions': [403, 'You are missing the following permission(s): %s'],
  'missing.any.permissions': [
    403,
    'You must have at least one of the following permissions assigned: %s',
  ],
  'app.not.authorized.for.scope': [403, 'App not authorized to use scope %s'],
  'not.found': [404, 'The requested resource was not found'],
  'architect.flow.not.found': [404, 'Could not find a flow with the specified ID'],
  'flows.datatables.table.not.found': [404, 'The datatable could not be found'],
  'architect.flow.execution.not.found': [404, 'The specified flow execution was not found'],
  'architect.flow.deleted': [410, 'Flow has been deleted'],
  'request.entity.too.large': [413, 'The request is over the size limit. Maximum bytes: %s'],
  'unsupported.media.type': [415, 'Unsupported or incorrect media type'],
  'too.many.requests.retry.after': [
    429,
    'Rate limit exceeded the maximum. Retry the request in [%s] seconds',
  ],
} as const satisfies Record<string, readonly [number, string]>;

export type RefusalCode = keyof typeof refusals;

/** A refusal in the API's own shape, `ErrorBody`; `contextId` is put in when it is sent. */
export function refuse(code: RefusalCode, ...parameters: readonly string[]): Answer {
  const [status, pattern] = refusals[code];
  const rest = [...parameters];
  const message = pattern.replaceAll('%s', () => rest.shift() ?? '');
  return { status, code, json: { message, code, status, details: [], errors: [] } };
}

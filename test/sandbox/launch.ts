import { type Call, type Route, readScopes } from './api-route.ts';
import type { Answer, SandboxRequest } from './exchange.ts';
import type { Executions } from './executions.ts';
import { type Inputs, isObject, type SandboxFlow } from './flow.ts';
import { executionEntity } from './flow-entity.ts';
import { refusedInputs } from './input-values.ts';
import { refuse } from './refusals.ts';

/** How this server wants the launch request; the published API wants `inputData` and `body`. */
export interface RequestFormat {
  inputsKey: string;
  flowIdIn: 'body' | 'path';
}

interface LaunchRules {
  flows: ReadonlyMap<string, SandboxFlow>;
  executions: Executions;
  requestFormat: RequestFormat;
  maxBodyBytes: number;
  /** What a refused launch becomes on its way out. */
  refusal(answer: Answer): Answer;
}

const executionsPath = '/api/v2/flows/executions';

/** The launch of an execution, and the look at one. */
export function executionRoutes(rules: LaunchRules): Route[] {
  const { executions, requestFormat } = rules;
  const inPath = requestFormat.flowIdIn === 'path';
  const pathWithId = `${executionsPath}/{flowId}`;
  const post = { method: 'POST', scopes: ['architect'] };
  return [
    {
      ...post,
      path: inPath ? pathWithId : executionsPath,
      permissions: { any: ['architect:flow:launch'] },
      handle(call) {
        const answer = launch(call, rules);
        return answer.code === undefined ? answer : rules.refusal(answer);
      },
    },
    {
      ...post,
      path: inPath ? executionsPath : pathWithId,
      handle: () =>
        rules.refusal(
          inPath ? refuse('bad.request', 'the path lacks the id of a flow') : refuse('not.found'),
        ),
    },
    {
      method: 'GET',
      path: `${executionsPath}/{flowExecutionId}`,
      scopes: readScopes,
      permissions: { any: ['architect:flowExecution:view'] },
      handle({ parameter }) {
        const execution = executions.find(parameter.toLowerCase());
        return execution
          ? { status: 200, json: executionEntity(execution) }
          : refuse('architect.flow.execution.not.found');
      },
    },
  ];
}

/** Launches, or says why not: first the body as such, then the flow, then its inputs. */
function launch({ request, parameter, token }: Call, rules: LaunchRules): Answer {
  const body = readBody(request, rules);
  if ('status' in body) return body;
  const { flowId, flowVersion, name } = body.fields;
  const target = findTarget(rules, rules.requestFormat.flowIdIn === 'path' ? parameter : flowId);
  if ('status' in target) return target;
  const { flow } = target;
  const version = findVersion(flow, flowVersion);
  if (version === undefined) return refuse('flow.definition.missing');
  const refused = refusedInputs(flow, body.inputs ?? {});
  if (refused) return refused;
  const { id } = rules.executions.launch({
    flow,
    flowVersion: version,
    launchedBy: token.user.key,
    ...(typeof name === 'string' ? { name } : {}),
    ...(body.inputs ? { inputData: body.inputs } : {}),
  });
  const versionUri = `/api/v2/flows/${flow.id}/versions/${version}`;
  return {
    status: 200,
    json: {
      id,
      name,
      flowVersion: { id: version, name: version, selfUri: versionUri },
      selfUri: `${executionsPath}/${id}`,
    },
  };
}

/** The body's fields and inputs, or why the body as such is refused. */
function readBody(
  request: SandboxRequest,
  { maxBodyBytes, requestFormat: { inputsKey, flowIdIn } }: LaunchRules,
): Answer | { fields: Record<string, unknown>; inputs: Inputs | undefined } {
  const { bodyText, headers } = request;
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return refuse('unsupported.media.type');
  }
  if (Buffer.byteLength(bodyText) > maxBodyBytes) {
    return refuse('request.entity.too.large', String(maxBodyBytes));
  }
  const fields = parsed(bodyText);
  if (!isObject(fields)) return refuse('bad.request', 'the body is not a JSON object');

  // Whether the real API refuses unknown fields beside the inputs is unknown. Refusing them shows
  // at once when a client speaks another dialect.
  const known = ['flowVersion', 'name', inputsKey, ...(flowIdIn === 'body' ? ['flowId'] : [])];
  const unknown = Object.keys(fields).find((field) => !known.includes(field));
  if (unknown !== undefined) {
    return refuse('invalid.property', unknown, 'FlowExecutionLaunchRequest');
  }
  const { [inputsKey]: inputs, name } = fields;
  if (inputs !== undefined && !isObject(inputs)) return refuse('invalid.value', inputsKey, 'Map');
  if (name !== undefined && typeof name !== 'string')
    return refuse('invalid.value', 'name', 'String');
  return { fields, inputs };
}

/**
 * The flow to launch, or why it cannot be. The API lists no code of its own for a flow id that is
 * missing, malformed or of a deleted flow: for the launch, all of these are unknown flows.
 */
function findTarget({ flows }: LaunchRules, id: unknown): Answer | { flow: SandboxFlow } {
  const flow = typeof id === 'string' ? flows.get(id.toLowerCase()) : undefined;
  if (flow === undefined || flow.deleted) return refuse('architect.flow.not.found');
  // Only workflows are known to launch; how other types are refused is unknown.
  if (flow.type !== 'WORKFLOW' || !flow.active) return refuse('flow.invalid.state');
  if (flow.versions.length === 0) return refuse('flow.config.not.published');
  return { flow };
}

/** No version, `null` or an empty one means the latest; "2" is as good as "2.0". */
function findVersion(flow: SandboxFlow, wanted: unknown): string | undefined {
  if (wanted === undefined || wanted === null || wanted === '') return flow.versions.at(-1);
  return flow.versions.find((version) => version === wanted || version === `${String(wanted)}.0`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

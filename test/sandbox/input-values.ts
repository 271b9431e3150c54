import { type Schema, Validator } from '@cfworker/json-schema';
import type { Answer } from './exchange.ts';
import type { Inputs } from './flow.ts';
import { declaredInputs, isObject, type SandboxFlow } from './flow.ts';
import { refuse } from './refusals.ts';

const checkableTypes = ['string', 'integer', 'number', 'boolean', 'array', 'object'];

/**
 * Why the inputs of a launch are refused, if they are.
 *
 * Names that the flow does not know at all are accepted and ignored, also the nested spelling
 * `{ Flow: { name } }`: the launch succeeds, and the run fails for want of the input.
 * https://developer.genesys.cloud/forum/t/start-workflow-flow-over-api/20500
 */
export function refusedInputs(flow: SandboxFlow, inputs: Inputs): Answer | undefined {
  for (const [name, value] of Object.entries(inputs)) {
    if (flow.hiddenVariables.includes(name)) {
      return refuse('input.var.not.marked.in.flow.def', name);
    }
    if (!isLegal(flow, name, value)) return refuse('variable.value.not.allowed', name);
  }
  return undefined;
}

/**
 * Whether a value fits its input. How the real API treats `null`, and whether it turns the text
 * "3" into a number, is unknown; both are refused here, so that no code comes to rely on them.
 */
function isLegal(flow: SandboxFlow, name: string, value: unknown): boolean {
  const declared = declaredInputs(flow);
  const schema = Object.hasOwn(declared, name) ? declared[name] : true;
  if (!isObject(schema)) return true;
  const { type } = schema;
  if (typeof type === 'string' && !checkableTypes.includes(type)) return true;
  const root: Schema = {
    ...(isObject(flow.inputSchema) ? flow.inputSchema : {}),
    required: [],
    properties: { [name]: schema },
    additionalProperties: true,
  };
  return new Validator(root, '7').validate({ [name]: value }).valid;
}

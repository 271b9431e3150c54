import { uuid } from './uuid.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Input values as they were received. */
export type Inputs = Readonly<Record<string, unknown>>;

/** How an execution of a flow goes. Without `milliseconds` it takes the usual 0.6 to 1.3 s. */
type Run = { milliseconds?: number } & (
  | { ends: 'COMPLETED'; output?: (inputs: Inputs, run: RunFacts) => Record<string, Json> }
  | { ends: 'FAILED' | 'ERROR'; code: string; message: string }
  | { ends: 'TERMINATED' }
  | { ends: 'never' }
  /** A state that the published API does not have today. */
  | { ends: 'PAUSED' }
);

interface RunFacts {
  /** The how-manieth execution this is. */
  number: number;
  /** When it was launched. */
  launched: Date;
}

export interface SandboxFlow {
  /** What tests call it: `sandbox.flow('requestCallback')`. */
  key: string;
  id: string;
  name: string;
  description?: string;
  /** Upper case, as in the API's answers. */
  type: string;
  division: string;
  active: boolean;
  deleted: boolean;
  /** Published versions, the latest last; none means that it was never published. */
  versions: readonly string[];
  lockedBy?: string;
  /** Whatever the API would answer as `inputSchema`; usually a JSON Schema. */
  inputSchema?: Json;
  /** Where the schema stands in an answer: in the flow and in its published version, or only there. */
  schemaIn: 'flow' | 'version';
  /** Variables of the flow that are not ticked as "Input to flow". */
  hiddenVariables: readonly string[];
  run: Run;
}

type Details = Partial<Omit<SandboxFlow, 'id'>> & { key: string; name: string };

/** A flow: an active, published workflow without inputs, unless said otherwise. */
export function flow(details: Details): SandboxFlow {
  return {
    id: uuid(`flow ${details.key}`),
    type: 'WORKFLOW',
    division: 'Home',
    active: true,
    deleted: false,
    versions: ['1.0'],
    inputSchema: inputs({}),
    schemaIn: 'flow',
    hiddenVariables: [],
    run: { ends: 'COMPLETED' },
    ...details,
  };
}

/**
 * The input schema of a workflow, by the names of its variables without `Flow.`. Property names in
 * it are the full variable names, which are also the keys of a launch's `inputData`.
 */
export function inputs(
  properties: Readonly<Record<string, Json>>,
  required: readonly string[] = [],
): Json {
  return {
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: 'Flow inputs',
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [`Flow.${name}`, schema]),
    ),
    required: required.map((name) => `Flow.${name}`),
    additionalProperties: false,
  };
}

/** The inputs that a flow declares; none where its schema is no ordinary one. */
export function declaredInputs(flow: SandboxFlow): Record<string, unknown> {
  const { inputSchema } = flow;
  return isObject(inputSchema) && isObject(inputSchema.properties) ? inputSchema.properties : {};
}

/** The inputs that a flow cannot run without. */
export function neededInputs(flow: SandboxFlow): string[] {
  const required = isObject(flow.inputSchema) ? flow.inputSchema.required : [];
  return Array.isArray(required) ? required.map(String) : [];
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

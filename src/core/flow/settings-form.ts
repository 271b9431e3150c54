import { type ConfiguredFlow, configuredFlowSchema } from '../settings/settings.ts';
import { flowIdFrom } from './address.ts';

/** A flow of the settings as its fields hold it: text as typed. */
export interface FlowForm {
  /** An id, or the address of the flow in Architect. */
  id: string;
  name: string;
  pinned: boolean;
  launchAtOnce: boolean;
  /** Input names with their templates. Rows without a name count for nothing. */
  inputs: { name: string; template: string }[];
  /** JSON, or nothing. */
  inputSchema: string;
  /** What inputs are chosen from: no field of the form yet, and kept as it is. */
  choices: ConfiguredFlow['choices'];
}

type FlowField = keyof FlowForm;

/** What is wrong with a field; the words are under `flow_problem_<problem>`. */
type FlowProblem =
  | 'id_missing'
  | 'id_malformed'
  | 'id_other_type'
  | 'id_taken'
  | 'name_missing'
  | 'name_taken'
  | 'inputs_twice'
  | 'schema_malformed';

export interface CheckedFlow {
  problems: Partial<Record<FlowField, FlowProblem>>;
  flow?: ConfiguredFlow;
}

/** The fields of a flow, or of one that is still to be made. */
export function flowForm(flow: ConfiguredFlow | undefined): FlowForm {
  return {
    id: flow?.id ?? '',
    name: flow?.name ?? '',
    pinned: flow?.pinned ?? true,
    launchAtOnce: flow?.launchAtOnce ?? false,
    inputs: Object.entries(flow?.inputs ?? {}).map(([name, template]) => ({ name, template })),
    inputSchema: flow?.inputSchema === undefined ? '' : JSON.stringify(flow.inputSchema, null, 2),
    choices: flow?.choices,
  };
}

/** Checks the fields and makes the flow of them. `others` are the connection's other flows. */
export function checkFlow(form: FlowForm, others: readonly ConfiguredFlow[]): CheckedFlow {
  const problems: CheckedFlow['problems'] = {};
  const id = flowIdFrom(form.id);
  if (!id.ok) problems.id = problemOfId(form.id, id.failure.code);
  else if (others.some((other) => other.id === id.value)) problems.id = 'id_taken';
  const name = form.name.trim();
  if (name === '') problems.name = 'name_missing';
  else if (others.some((other) => other.name === name)) problems.name = 'name_taken';
  const rows = form.inputs
    .map((row) => ({ ...row, name: row.name.trim() }))
    .filter((row) => row.name !== '');
  if (new Set(rows.map((row) => row.name)).size < rows.length) problems.inputs = 'inputs_twice';
  const inputSchema = parsed(form.inputSchema);
  const flow = configuredFlowSchema.safeParse({
    id: id.ok ? id.value : '',
    name,
    pinned: form.pinned,
    launchAtOnce: form.launchAtOnce,
    inputs: Object.fromEntries(rows.map((row) => [row.name, row.template])),
    ...(form.choices && { choices: form.choices }),
    ...(inputSchema.value !== undefined && { inputSchema: inputSchema.value }),
  });
  const isSchemaAtFault =
    !inputSchema.ok || flow.error?.issues.some(({ path }) => path[0] === 'inputSchema');
  if (isSchemaAtFault) problems.inputSchema = 'schema_malformed';
  return flow.success && Object.keys(problems).length === 0
    ? { problems, flow: flow.data }
    : { problems };
}

/** The rows with another template for an input, or without one. An input that has no row gets one. */
export function withTemplate(
  rows: FlowForm['inputs'],
  name: string,
  template: string | undefined,
): FlowForm['inputs'] {
  if (template === undefined) return rows.filter((row) => row.name !== name);
  return rows.some((row) => row.name === name)
    ? rows.map((row) => (row.name === name ? { name, template } : row))
    : [...rows, { name, template }];
}

function problemOfId(typed: string, code: string): FlowProblem {
  if (typed.trim() === '') return 'id_missing';
  return code === 'flow-address-other-type' ? 'id_other_type' : 'id_malformed';
}

function parsed(json: string): { ok: boolean; value?: unknown } {
  if (json.trim() === '') return { ok: true };
  try {
    return { ok: true, value: JSON.parse(json) };
  } catch {
    return { ok: false };
  }
}

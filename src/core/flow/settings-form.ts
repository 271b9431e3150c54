import { parseJson } from '../base/json.ts';
import { type ConfiguredFlow, configuredFlowSchema, longestInput } from '../settings/settings.ts';
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
  /** Inputs with the data tables that they are chosen from. */
  choices: ChoiceRow[];
}

/** An input and the data table that it is chosen from, as their fields hold them. */
export interface ChoiceRow {
  input: string;
  /** An id, or an address that holds one. */
  table: string;
  /** Columns; empty for the key. */
  label: string;
  value: string;
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
  | 'schema_malformed'
  | 'choices_table'
  | 'too_long';

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
    choices: Object.entries(flow?.choices ?? {}).map(([input, source]) => ({
      input,
      table: source.table,
      label: source.label ?? '',
      value: source.value ?? '',
    })),
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
  const choices = form.choices.filter(({ input, table }) => `${input}${table}`.trim() !== '');
  const choiceProblem = choices.map((row) => problemOfChoice(row, choices)).find(Boolean);
  if (choiceProblem) problems.choices = choiceProblem;
  const inputSchema = parsed(form.inputSchema);
  const flow = configuredFlowSchema.safeParse({
    id: id.ok ? id.value : '',
    name,
    pinned: form.pinned,
    launchAtOnce: form.launchAtOnce,
    inputs: Object.fromEntries(rows.map((row) => [row.name, row.template])),
    ...(choices.length > 0 && { choices: Object.fromEntries(choices.map(choiceEntry)) }),
    ...(inputSchema.value !== undefined && { inputSchema: inputSchema.value }),
  });
  const isSchemaAtFault =
    !inputSchema.ok || flow.error?.issues.some(({ path }) => path[0] === 'inputSchema');
  if (isSchemaAtFault) problems.inputSchema = 'schema_malformed';
  for (const { path } of flow.error?.issues ?? []) problems[path[0] as FlowField] ??= 'too_long';
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

/** What is wrong with one row of choices among all of them. */
export function problemOfChoice(
  { input, table }: ChoiceRow,
  rows: readonly ChoiceRow[],
): 'choices_table' | 'inputs_twice' | 'too_long' | undefined {
  if (input.trim().length > longestInput) return 'too_long';
  if (input.trim() === '') return table.trim() === '' ? undefined : 'choices_table';
  if (rows.filter((row) => row.input.trim() === input.trim()).length > 1) return 'inputs_twice';
  return tableIdIn(table) === undefined ? 'choices_table' : undefined;
}

/** The id in what was typed: an id, or an address or a text that holds one. */
export function tableIdIn(typed: string): string | undefined {
  return /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i.exec(typed)?.[0].toLowerCase();
}

function choiceEntry({ input, table, label, value }: ChoiceRow) {
  const source = {
    table: tableIdIn(table),
    ...(label.trim() !== '' && { label }),
    ...(value.trim() !== '' && { value }),
  };
  return [input.trim(), source] as const;
}

function problemOfId(typed: string, code: string): FlowProblem {
  if (typed.trim() === '') return 'id_missing';
  return code === 'flow-address-other-type' ? 'id_other_type' : 'id_malformed';
}

function parsed(json: string): { ok: boolean; value?: unknown } {
  if (json.trim() === '') return { ok: true };
  const schema = parseJson(json);
  return { ok: schema !== undefined, ...schema };
}

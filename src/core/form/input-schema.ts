import { jsonSchemaNode, resolveNode, type SchemaNode } from './input-schema-node.ts';
import { isUsablePattern } from './pattern.ts';

/** The kinds of value that a control can ask for. What no control understands is typed as JSON. */
export type InputKind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'date-time'
  | 'date'
  | 'choice'
  | 'list'
  | 'json';

export type ItemKind = Exclude<InputKind, 'boolean' | 'list' | 'json'>;

/** One input of a flow, as the form needs to know it. For a list, the limits are those of an item. */
export interface FlowInput {
  /** Exactly as the flow spells it: `Flow.customerNumber`. */
  readonly name: string;
  readonly label: string;
  readonly kind: InputKind;
  readonly itemKind?: ItemKind | undefined;
  readonly required: boolean;
  readonly description?: string | undefined;
  readonly defaultValue?: unknown;
  readonly choices?: readonly (string | number)[] | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly minLength?: number | undefined;
  readonly maxLength?: number | undefined;
  readonly minItems?: number | undefined;
  readonly maxItems?: number | undefined;
  readonly pattern?: string | undefined;
}

/** What is odd about a schema; the form says it under `schema_note_<note>`. */
export type SchemaNote = 'missing' | 'any' | 'unreadable' | 'truncated';

export interface FlowInputs {
  readonly inputs: readonly FlowInput[];
  readonly note?: SchemaNote;
}

/**
 * The name of the one input of a flow that does not say what it takes: an object with every input,
 * typed as JSON. No variable of Architect can have this name.
 */
export const everyInput = '*';

const mostInputs = 1_000;
const longestLabel = 200;
const longestDescription = 2_000;

/**
 * Reads which inputs a flow takes from its input schema: the `JsonSchemaDocument` of
 * `GET /api/v2/flows/{flowId}` (https://developer.genesys.cloud/devapps/api-explorer), or whatever
 * stands in its place. Never fails: an input that is not understood is of kind `json`, and a schema
 * that names no inputs gives the single input {@link everyInput}.
 *
 * @param known names of inputs from the settings, offered as text where the schema names none
 */
export function flowInputs(schema: unknown, known: readonly string[] = []): FlowInputs {
  if (schema === undefined || schema === null) return unnamed('missing', known);
  if (schema === true) return unnamed('any', known);
  const root = jsonSchemaNode(schema);
  if (root === undefined) return unnamed('unreadable', known);
  const node = resolveNode(root, schema);
  if (node.properties === undefined) {
    return unnamed(isUnreadable(schema, node) ? 'unreadable' : 'any', known);
  }

  const required = new Set(node.required);
  const all = Object.entries(node.properties).map(([name, property]) =>
    flowInput(name, property, required.has(name), schema),
  );
  // Schemas list properties in no order that means anything, so what must be filled comes first.
  const inputs = [...all.filter((input) => input.required), ...all.filter((it) => !it.required)];
  if (inputs.length <= mostInputs) return { inputs };
  return { inputs: inputs.slice(0, mostInputs), note: 'truncated' };
}

function unnamed(note: SchemaNote, known: readonly string[]): FlowInputs {
  const inputs = known.map((name): FlowInput => {
    return { name, label: labelOf(name), kind: 'string', required: false };
  });
  if (inputs.length > 0) return { inputs, note };
  return { inputs: [{ name: everyInput, label: '', kind: 'json', required: false }], note };
}

/** Properties that are no object, or a document that describes something else than an object. */
function isUnreadable(schema: unknown, node: SchemaNode): boolean {
  const describesObject = node.type === undefined || node.type === 'object';
  return !describesObject || Object.hasOwn(Object(schema), 'properties');
}

function flowInput(name: string, property: unknown, required: boolean, root: unknown): FlowInput {
  const raw = jsonSchemaNode(property);
  if (raw === undefined) return { name, label: labelOf(name), kind: 'json', required };
  const node = resolveNode(raw, root);
  const kind = kindOf(node);
  const item = kind === 'list' ? itemNode(node, root) : undefined;
  const itemKind = item === undefined ? undefined : itemKindOf(item);
  const isList = kind === 'list' && itemKind !== undefined;
  const told = isList && item !== undefined ? item : node;
  return {
    name,
    label: node.title?.trim().slice(0, longestLabel) || labelOf(name),
    kind: kind === 'list' && !isList ? 'json' : kind,
    itemKind,
    required,
    description: node.description?.trim().slice(0, longestDescription) || undefined,
    defaultValue: node.default,
    choices: choicesOf(told),
    minimum: told.minimum,
    maximum: told.maximum,
    minLength: told.minLength,
    maxLength: told.maxLength,
    minItems: isList ? node.minItems : undefined,
    maxItems: isList ? node.maxItems : undefined,
    pattern: told.pattern !== undefined && isUsablePattern(told.pattern) ? told.pattern : undefined,
  };
}

function labelOf(name: string): string {
  return (name.replace(/^Flow\./i, '') || name).slice(0, longestLabel);
}

function itemNode(node: SchemaNode, root: unknown): SchemaNode | undefined {
  if (node.items === undefined || Array.isArray(node.items)) return undefined;
  const item = jsonSchemaNode(node.items);
  return item === undefined ? undefined : resolveNode(item, root);
}

function itemKindOf(node: SchemaNode): ItemKind | undefined {
  const kind = kindOf(node);
  return kind === 'boolean' || kind === 'list' || kind === 'json' ? undefined : kind;
}

function kindOf(node: SchemaNode): InputKind {
  if (choicesOf(node) !== undefined) return 'choice';
  switch (node.type ?? impliedType(node)) {
    case 'string':
      return node.format === 'date-time' || node.format === 'date' ? node.format : 'string';
    case 'integer':
      return 'integer';
    case 'number':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'array':
      return 'list';
    default:
      return 'json';
  }
}

/** A schema may leave out the type where other words give it away. */
function impliedType(node: SchemaNode): string | undefined {
  if (node.format !== undefined || node.pattern !== undefined) return 'string';
  if (node.minLength !== undefined || node.maxLength !== undefined) return 'string';
  if (node.minimum !== undefined || node.maximum !== undefined) return 'number';
  return node.items === undefined ? undefined : 'array';
}

/** The values of a closed list, where each is something that a list box can show. */
function choicesOf(node: SchemaNode): readonly (string | number)[] | undefined {
  const values = node.enum?.filter((value) => value !== null);
  if (values === undefined || values.length === 0) return undefined;
  return values.every((value) => typeof value === 'string' || typeof value === 'number')
    ? values
    : undefined;
}

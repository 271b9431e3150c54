import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isUsablePattern } from './pattern.ts';
import type { FormProblem } from './value.ts';

/** Beyond this, checking could stall the popup, and Genesys Cloud checks anyway. */
const mostCharacters = 250_000;

/**
 * Errors that only say that something further in is wrong; and `false`, which is how the validator
 * reports an input that the schema does not list: the settings may know better than an old schema.
 */
const passedOn = new Set(['$ref', 'properties', 'items', 'prefixItems', 'allOf', 'false']);

const knownTypes = new Set(['string', 'integer', 'number', 'boolean', 'object', 'array', 'null']);

/**
 * Holds the data against the flow's whole input schema, for the rules that the form's own checks do
 * not know (`multipleOf`, `oneOf`, nested objects). At most one problem for each input. A schema that
 * cannot be used gives no problems: only Genesys Cloud may refuse a launch for it.
 */
export function schemaProblems(
  schema: unknown,
  data: Readonly<Record<string, unknown>>,
): readonly FormProblem[] {
  const found = new Map<string, FormProblem>();
  for (const error of validate(schema, data)) {
    const input = inputAt(error.instanceLocation);
    if (input === undefined || found.has(input) || passedOn.has(error.keyword)) continue;
    if (!Object.hasOwn(data, input)) continue;
    found.set(input, { input, ...problemOf(error) });
  }
  return [...found.values()];
}

function problemOf(error: OutputUnit): Pick<FormProblem, 'code' | 'params'> {
  const format = error.keyword === 'format' ? /"([^"]*)"\.$/.exec(error.error)?.[1] : undefined;
  return format === undefined
    ? { code: 'schema', params: { rule: error.keyword } }
    : { code: 'format', params: { format } };
}

function validate(schema: unknown, data: object): readonly OutputUnit[] {
  if (typeof schema !== 'object' || schema === null) return [];
  try {
    const json = JSON.stringify(schema);
    const text = JSON.stringify(data);
    if (json.length > mostCharacters || text.length > mostCharacters) return [];
    // The validator writes into the schema that it is given, hence the copy.
    const copy: object = JSON.parse(json, withoutRisk);
    const validator = new Validator(copy, draftOf(schema), false);
    return validator.validate(JSON.parse(text)).errors;
  } catch {
    return [];
  }
}

/**
 * Leaves out types that JSON Schema does not have, which nothing would meet; patterns that could hang
 * the page; and ids: a relative one is no URL to resolve references against, and references here are
 * local.
 */
function withoutRisk(key: string, value: unknown): unknown {
  if (key === 'pattern' && typeof value === 'string' && !isUsablePattern(value)) return undefined;
  if (key === 'type' && typeof value === 'string' && !knownTypes.has(value)) return undefined;
  if (key === 'patternProperties') return undefined;
  if ((key === 'id' || key === '$id') && typeof value === 'string') return undefined;
  return value;
}

function draftOf(schema: object): SchemaDraft {
  const dialect = '$schema' in schema ? String(schema.$schema) : '';
  if (dialect.includes('draft-04')) return '4';
  return dialect.includes('2020-12') ? '2020-12' : '7';
}

/** The first part of a JSON Pointer fragment: `#/Flow.x/0` is in the input `Flow.x`. */
function inputAt(location: string): string | undefined {
  const part = location.split('/')[1];
  return part?.replaceAll('~1', '/').replaceAll('~0', '~');
}

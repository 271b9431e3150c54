import { format, type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema';
import { isObject, isTooDeep } from '../base/json.ts';
import { isUsablePattern, matchesPattern } from './pattern.ts';
import type { FormProblem } from './value.ts';

/**
 * Beyond these, checking could stall the popup, and Genesys Cloud checks anyway: the length of schema and
 * data, one times the other, because a list may be held against a list; how many values a list that must
 * not repeat any may have; and how many places of the schema are visited, which references can multiply.
 */
const mostCompared = 100_000_000;
const mostCharacters = 250_000;
const longestUniqueList = 1_000;
const mostVisits = 5_000;

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
  const name = error.keyword === 'format' ? /"([\s\S]*)"\.$/.exec(error.error)?.[1] : undefined;
  if (name?.startsWith(patternPrefix)) return { code: 'schema', params: { rule: 'pattern' } };
  return name === undefined
    ? { code: 'schema', params: { rule: error.keyword } }
    : { code: 'format', params: { format: name } };
}

function validate(schema: unknown, data: object): readonly OutputUnit[] {
  if (typeof schema !== 'object' || schema === null) return [];
  if (isTooDeep(schema) || isTooDeep(data)) return [];
  try {
    const json = JSON.stringify(schema);
    const text = JSON.stringify(data);
    const longest = Math.max(json.length, text.length);
    if (longest > mostCharacters || json.length * text.length > mostCompared) return [];
    const instance: unknown = JSON.parse(text);
    const visits = { left: mostVisits };
    const hasLongList = text.split(',').length > longestUniqueList;
    // The validator writes into the schema that it is given, hence the copy.
    const copy: object = JSON.parse(json, (key, value) =>
      key === 'uniqueItems' && hasLongList ? undefined : counted(withoutRisk(key, value), visits),
    );
    return new Validator(copy, draftOf(schema), false).validate(instance).errors;
  } catch {
    return [];
  } finally {
    for (const name of Object.keys(format)) if (name.startsWith(patternPrefix)) delete format[name];
  }
}

/**
 * The validator reads this word of each place that it visits, and a few hundred bytes of references can
 * lead it to more places than there is time for.
 */
function counted(place: unknown, visits: { left: number }): unknown {
  if (!isObject(place)) return place;
  return Object.defineProperty(place, '$recursiveAnchor', {
    get() {
      visits.left -= 1;
      if (visits.left < 0) throw new Error('The schema leads to too many places.');
      return undefined;
    },
  });
}

const patternPrefix = 'pattern ';

/** A pattern as a format: formats are functions, and ours runs patterns in a time that is bounded. */
function patternFormat(pattern: string): string {
  const name = `${patternPrefix}${pattern}`;
  format[name] = (text: string) => matchesPattern(text, pattern);
  return name;
}

/**
 * Leaves out types that JSON Schema does not have, which nothing would meet; the format `url`, which it
 * does not have either and whose expression can hang the page; patterns, to be checked as formats; and
 * ids: a relative one is no URL to resolve references against, and references here are local.
 */
function withoutRisk(key: string, value: unknown): unknown {
  if (key === '$recursiveRef' || key === '$recursiveAnchor') return undefined;
  if (key === 'format' && (value === 'url' || String(value).startsWith(patternPrefix))) {
    return undefined;
  }
  if (key === 'type' && typeof value === 'string' && !knownTypes.has(value)) return undefined;
  if (key === 'patternProperties') return undefined;
  if ((key === 'id' || key === '$id') && typeof value === 'string') return undefined;
  return withPatternAsFormat(value);
}

function withPatternAsFormat(place: unknown): unknown {
  if (typeof place !== 'object' || place === null || !('pattern' in place)) return place;
  const { pattern, ...rest } = place;
  if (typeof pattern !== 'string') return place;
  if (!isUsablePattern(pattern)) return rest;
  const check = { format: patternFormat(pattern) };
  if (!('format' in rest)) return { ...rest, ...check };
  const others = 'allOf' in rest && Array.isArray(rest.allOf) ? rest.allOf : [];
  return { ...rest, allOf: [...others, check] };
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

import { type Finding, finding } from '../base/finding.ts';
import { isObject } from '../base/json.ts';
import { readLiteral } from '../request/literal.ts';
import { isOpenPlace } from '../request/open-place.ts';
import { isWrapperName } from './keys.ts';

export type Entry = readonly [name: string, value: unknown];

export interface ReadInputs {
  readonly findings: Finding[];
  readonly entries: readonly Entry[];
  /** Names of further objects that the inputs were wrapped into: `inputs` in `inputData.inputs`. */
  readonly wrappers: readonly string[];
  /** Whether the inputs came in another shape than an object of names and values. */
  readonly isReshaped: boolean;
  /** The variable that all of the inputs lie in, where they were not shown. */
  readonly behind?: string;
}

/** Variables of a flow, of which only its inputs can be given a value. */
const namespace = /^flow$/i;

const itemNames = [
  'name',
  'key',
  'id',
  'variable',
  'variableName',
  'inputName',
  'parameter',
  'field',
];
const itemValues = ['value', 'val', 'values', 'data', 'defaultValue', 'content'];

/**
 * Reads the inputs out of whatever they were put in, and gives them flat, as the published API
 * takes them: `{ Flow: { x } }` becomes `Flow.x`, `[{ name, value }]` and `[{ x }]` become an
 * object, JSON in a string is read. Inputs of `null` are named and left out.
 *
 * `undefined` if the value holds no inputs at all.
 */
export function readInputs(value: unknown): ReadInputs | undefined {
  if (typeof value === 'string') return inText(value);
  if (Array.isArray(value)) return inList(value);
  return isObject(value) ? inObject(value) : undefined;
}

function inText(text: string): ReadInputs | undefined {
  if (isOpenPlace(text)) {
    const findings = [finding('inputs-not-shown', 'possible', { name: nameOf(text) })];
    return { findings, entries: [], wrappers: [], isReshaped: false, behind: text };
  }
  if (!/^\s*[[{]/.test(text)) return undefined;
  const read = readLiteral(text);
  // A text that reads as a text again would be read for ever.
  const isInner = read.ok && typeof read.value.value === 'object';
  const inputs = isInner ? readInputs(read.value.value) : undefined;
  return inputs && { ...inputs, isReshaped: true };
}

/** The variable in a place left open: `{{inputs}}`, `${inputs}`. */
function nameOf(place: string): string {
  return place.replace(/^[{$@<%]+|(?<![}>%])[}>%]+$/g, '').trim();
}

function inList(list: readonly unknown[]): ReadInputs | undefined {
  const entries = list.map(itemEntries);
  if (entries.some((it) => it === undefined)) return undefined;
  const inputs = inObject(Object.fromEntries(entries.flatMap((it) => it ?? [])));
  return { ...inputs, isReshaped: true };
}

/** `{ name, value }` is one input; an object of one member is one too. */
function itemEntries(item: unknown): Entry[] | undefined {
  if (!isObject(item)) return undefined;
  const name = itemNames.find((it) => typeof item[it] === 'string');
  const value = itemValues.find((it) => Object.hasOwn(item, it) && it !== name);
  if (name !== undefined && value !== undefined) return [[String(item[name]), item[value]]];
  const members = Object.entries(item);
  return members.length === 1 ? members : undefined;
}

function inObject(object: Readonly<Record<string, unknown>>): ReadInputs {
  const members = Object.entries(object);
  const [[onlyName, onlyValue] = ['', undefined]] = members;
  if (members.length === 1 && isObject(onlyValue) && isWrapper(onlyName, onlyValue)) {
    const inner = inObject(onlyValue);
    return { ...inner, wrappers: [onlyName, ...inner.wrappers] };
  }
  const isDescribed = members.length > 0 && members.every(([, value]) => isDescription(value));
  const flat = members.flatMap(([name, value]) =>
    flattened(name, isDescribed && isObject(value) ? value.value : value),
  );
  return {
    findings: [...nested(members), ...nulls(flat)],
    entries: flat.filter(([, value]) => value !== null),
    wrappers: [],
    isReshaped: isDescribed,
  };
}

/** A usual name of inputs, or an object of nothing but full names of inputs. */
function isWrapper(name: string, value: Readonly<Record<string, unknown>>): boolean {
  if (isWrapperName(name)) return true;
  const names = Object.keys(value);
  return !/^flow\b/i.test(name) && names.length > 0 && names.every((it) => /^flow\./i.test(it));
}

/** `{ type, value }` in place of the value itself. */
function isDescription(value: unknown): boolean {
  if (!isObject(value) || !Object.hasOwn(value, 'value')) return false;
  return Object.keys(value).every((key) =>
    /^(?:value|type|dataType|name|key|description)$/.test(key),
  );
}

function flattened(name: string, value: unknown): Entry[] {
  if (!isNested(name, value)) return [[name, value]];
  return Object.entries(value).map(([inner, it]) => [
    /^flow\./i.test(inner) ? inner : `Flow.${inner}`,
    it,
  ]);
}

function isNested(name: string, value: unknown): value is Record<string, unknown> {
  return namespace.test(name) && isObject(value);
}

function nested(members: readonly Entry[]): Finding[] {
  const inputs = members
    .filter(([name, value]) => isNested(name, value))
    .flatMap(([name, value]) => flattened(name, value).map(([input]) => input));
  const key = members.find(([name, value]) => isNested(name, value))?.[0];
  return key === undefined ? [] : [finding('nested-namespace', 'certain', { key, inputs })];
}

/** Names the inputs that are `null`; an input without a value has to be left out instead. */
export function nulls(entries: readonly Entry[]): Finding[] {
  const inputs = entries.filter(([, value]) => value === null).map(([name]) => name);
  if (inputs.length > 0) return [finding('null-input', 'certain', { inputs })];
  const within = entries.filter(([, value]) => Array.isArray(value) && value.includes(null));
  if (within.length === 0) return [];
  return [finding('null-input', 'likely', { inputs: within.map(([name]) => name) })];
}

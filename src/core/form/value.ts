import { isObject, parseJson } from '../base/json.ts';
import type { FormValue } from './form.ts';
import { everyInput, type FlowInput, type InputKind } from './input-schema.ts';
import { matchesPattern } from './pattern.ts';

export type ProblemCode =
  | 'required'
  | 'not_integer'
  | 'not_number'
  | 'unsafe_integer'
  | 'too_small'
  | 'too_great'
  | 'too_short'
  | 'too_long'
  | 'pattern'
  | 'not_boolean'
  | 'not_choice'
  | 'not_date_time'
  | 'not_date'
  | 'not_json'
  | 'not_object'
  | 'too_few'
  | 'too_many'
  | 'too_big'
  | 'format'
  | 'schema'
  | 'elsewhere';

/** Why a value cannot be sent; people read it under `problem_<code>`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
  /** In a list: which item, counted from 1. */
  readonly item?: number | undefined;
}

/** A problem with a form, at the input that it shows at. */
export interface FormProblem extends Problem {
  readonly input: string;
}

export type Checked = { value: unknown } | { problem: Problem } | { nothing: true };

/** Minutes east of UTC that a wall clock without an offset (`2026-11-22T09:30`) runs at. */
export type OffsetAt = (local: string) => number;

/** No text beyond this is looked at closely; see `tooBig` in check.ts. */
export const mostBytes = 1_000_000;

/**
 * Turns what a control holds into the value to send, of the type that the flow asks for.
 * An input that is empty gives nothing, or the problem `required`.
 */
export function checkValue(input: FlowInput, held: FormValue, offsetAt: OffsetAt): Checked {
  if (typeof held !== 'string') return checkList(input, held, offsetAt);
  if (isEmpty(input.kind, held)) {
    return input.required ? problem('required') : { nothing: true };
  }
  return checkText(input, input.kind, held, offsetAt);
}

function checkList(input: FlowInput, items: readonly string[], offsetAt: OffsetAt): Checked {
  const kind = input.itemKind ?? 'string';
  const values: unknown[] = [];
  for (const [index, text] of items.entries()) {
    if (isEmpty(kind, text)) continue;
    const checked = checkText(input, kind, text, offsetAt);
    if ('problem' in checked) return { problem: { ...checked.problem, item: index + 1 } };
    if ('value' in checked) values.push(checked.value);
  }
  if (values.length === 0) return input.required ? problem('required') : { nothing: true };
  if (input.minItems !== undefined && values.length < input.minItems) {
    return problem('too_few', { limit: input.minItems });
  }
  if (input.maxItems !== undefined && values.length > input.maxItems) {
    return problem('too_many', { limit: input.maxItems });
  }
  return { value: values };
}

/** Blanks are a value only where text is asked for. */
function isEmpty(kind: InputKind, text: string): boolean {
  return (kind === 'string' || kind === 'choice' ? text : text.trim()) === '';
}

function checkText(input: FlowInput, kind: InputKind, text: string, offsetAt: OffsetAt): Checked {
  if (text.length > mostBytes) return problem('too_big', { limit: 1 });
  switch (kind) {
    case 'string':
    case 'list':
      return checkString(input, text);
    case 'integer':
      return checkInteger(input, text.trim());
    case 'number':
      return checkNumber(input, text.trim());
    case 'boolean':
      return checkBoolean(text.trim());
    case 'choice':
      return checkChoice(input, text);
    case 'date':
      return checkDate(text.trim());
    case 'date-time':
      return checkDateTime(text.trim(), offsetAt);
    case 'json':
      return checkJson(input, text);
  }
}

/** Lengths count characters as people see code points, as JSON Schema does. */
function checkString(input: FlowInput, text: string): Checked {
  const length = [...text].length;
  if (input.minLength !== undefined && length < input.minLength) {
    return problem('too_short', { limit: input.minLength, length });
  }
  if (input.maxLength !== undefined && length > input.maxLength) {
    return problem('too_long', { limit: input.maxLength, length });
  }
  if (input.pattern !== undefined && !matchesPattern(text, input.pattern)) {
    return problem('pattern', { pattern: input.pattern });
  }
  return { value: text };
}

function checkInteger(input: FlowInput, text: string): Checked {
  if (!/^[+-]?\d+$/.test(text)) return problem('not_integer');
  const value = Number(text);
  // Beyond 2^53 a double holds another number than the one typed.
  if (!Number.isSafeInteger(value)) return problem('unsafe_integer');
  return checkRange(input, value);
}

function checkNumber(input: FlowInput, text: string): Checked {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  if (!Number.isFinite(value)) return problem('not_number');
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) return problem('unsafe_integer');
  return checkRange(input, value);
}

function checkRange(input: FlowInput, value: number): Checked {
  if (input.minimum !== undefined && value < input.minimum) {
    return problem('too_small', { limit: input.minimum });
  }
  if (input.maximum !== undefined && value > input.maximum) {
    return problem('too_great', { limit: input.maximum });
  }
  return { value: Object.is(value, -0) ? 0 : value };
}

function checkBoolean(text: string): Checked {
  if (text !== 'true' && text !== 'false') return problem('not_boolean');
  return { value: text === 'true' };
}

function checkChoice(input: FlowInput, text: string): Checked {
  const choice = input.choices?.find((value) => String(value) === text);
  return choice === undefined ? problem('not_choice') : { value: choice };
}

function checkDate(text: string): Checked {
  return isDate(text) ? { value: text } : problem('not_date');
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  // 30 February would silently become a day in March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const dateTime =
  /^(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?\s*(Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/i;

/** To RFC 3339 with an offset: a wall clock alone would mean another moment on the server. */
function checkDateTime(text: string, offsetAt: OffsetAt): Checked {
  const [, date, hours, minutes, seconds = '00', fraction = '', zone] = dateTime.exec(text) ?? [];
  if (date === undefined || !isDate(date)) return problem('not_date_time');
  const local = `${date}T${hours}:${minutes}:${seconds}${fraction}`;
  return { value: local + (zone?.toUpperCase() ?? offset(offsetAt(local))) };
}

function offset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const two = (value: number) => String(value).padStart(2, '0');
  return `${sign}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
}

function checkJson(input: FlowInput, text: string): Checked {
  const parsed = parseJson(text);
  if (parsed === undefined) return problem('not_json');
  if (losesDigits(text)) return problem('unsafe_integer');
  if (input.name === everyInput && !isObject(parsed.value))
    return problem('not_object', { example: '{"Flow.name": "Ann"}' });
  // Genesys Cloud sees a difference between an input that is null and one that is not sent.
  if (parsed.value === null) return input.required ? problem('required') : { nothing: true };
  return { value: parsed.value };
}

/** Whether JSON holds a whole number that a double cannot; strings are taken out first. */
function losesDigits(json: string): boolean {
  const bare = json.replace(/"(?:\\.|[^"\\])*"/g, '""');
  const long = bare.match(/(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g) ?? [];
  return long.some((digits) => !Number.isSafeInteger(Number(digits)));
}

function problem(code: ProblemCode, params: Problem['params'] = {}): { problem: Problem } {
  return { problem: { code, params } };
}

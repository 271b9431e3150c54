import { jsonOf } from '../base/http.ts';
import { isTooDeep } from '../base/json.ts';

/** What stands in place of a value of the customer's. */
export const maskedValue = '<value>';

/** A body with the customer's values masked, and the values themselves. */
export interface WithoutValues {
  readonly text: string;
  readonly values: readonly string[];
}

/** All of a launch's body except these names is the customer's, whatever name the inputs have. */
const launchFields = new Set(['flowId', 'flowVersion']);

/** Of an answer these are Genesys Cloud's own words, wherever they lie … */
const answerFields = new Set(
  'id code status message messageWithParams errorCode fieldName contextId selfUri error error_description key namespace value completionReason dateLaunched dateCompleted entityId'.split(
    ' ',
  ),
);
/** … except in these, which carry the customer's values under names of the flow's. */
const customerParts = new Set(['outputData', 'inputData', 'messageParams', 'conversation']);

/**
 * Masks the values in the body of a launch; names stay. A body that is no JSON is masked whole.
 *
 * @param more names of the body's own whose values stay as well
 * @param mark what stands in place of a value
 */
export function requestWithout(
  body: string,
  more: readonly string[] = [],
  mark = maskedValue,
): WithoutValues {
  const isKept = (path: readonly string[]) =>
    path.length === 1 && (launchFields.has(path[0] ?? '') || more.includes(path[0] ?? ''));
  return without(body, isKept, mark);
}

/** Masks the customer's values in an answer; codes, messages and ids stay. */
export function answerWithout(body: string): WithoutValues {
  return without(
    body,
    (path) =>
      answerFields.has(path.findLast((part) => !/^\d+$/.test(part)) ?? '') &&
      !path.some((part) => customerParts.has(part)),
  );
}

function without(
  body: string,
  isKept: (path: readonly string[]) => boolean,
  mark = maskedValue,
): WithoutValues {
  if (body.trim() === '') return { text: body, values: [] };
  const json = jsonOf({ body });
  if (json === undefined || isTooDeep(json)) return { text: mark, values: [] };
  const values: string[] = [];
  const mask = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((it, place) => mask(it, [...path, String(place)]));
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).map(([key, it]) => [key, mask(it, [...path, key])]);
      return Object.fromEntries(members);
    }
    if ((typeof value !== 'string' && typeof value !== 'number') || isKept(path)) return value;
    values.push(String(value));
    return mark;
  };
  return { text: JSON.stringify(mask(json, [])), values };
}

/** The customer's values in requests and answers, the longest first. A single letter is in every word. */
export function valuesIn(bodies: readonly WithoutValues[]): string[] {
  const long = new Set(bodies.flatMap(({ values }) => values).filter((each) => each.length >= 2));
  return [...long].toSorted((a, b) => b.length - a.length);
}

/** Takes the values out of every text within a piece of data; names stay. */
export function withoutThose<Data>(data: Data, values: readonly string[]): Data {
  if (values.length === 0 || data === undefined) return data;
  const patterns = values.map(patternOf);
  return JSON.parse(JSON.stringify(data), (_key, value: unknown) =>
    typeof value === 'string' ? maskedIn(value, values, patterns) : value,
  );
}

/** A server names a value in brackets, a finding names it alone; both may cut it. */
function maskedIn(text: string, values: readonly string[], patterns: readonly RegExp[]): string {
  const isPart = (part: string) => values.some((value) => value.includes(part));
  if (text.length >= 4 && isPart(text)) return maskedValue;
  const whole = patterns.reduce((rest, pattern) => rest.replace(pattern, maskedValue), text);
  return whole.replace(/\[([^[\]]{2,300})\]/g, (bracketed, part: string) =>
    isPart(part) ? `[${maskedValue}]` : bracketed,
  );
}

/** A value anywhere in a text; a short one only by itself, because it is also a part of other words. */
function patternOf(value: string): RegExp {
  const literal = value.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  const isShort = value.length < 4;
  return new RegExp(isShort ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal, 'gu');
}

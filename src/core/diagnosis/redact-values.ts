import { isTooDeep } from '../request/literal.ts';

/** What stands in place of a value of the customer's. */
export const maskedValue = '<value>';

/** A body with the customer's values masked, and the values themselves. */
export interface WithoutValues {
  readonly text: string;
  readonly values: readonly string[];
}

/** Of a launch everything but these is the customer's: whatever the inputs lie under, in any format. */
const launchFields = new Set(['flowId', 'flowVersion']);

/** Of an answer these are Genesys Cloud's own words, wherever they lie … */
const answerFields = new Set(
  'id code status message messageWithParams errorCode fieldName contextId selfUri error error_description key namespace value completionReason dateLaunched dateCompleted entityId'.split(
    ' ',
  ),
);
/** … except in these, which carry the customer's values under names of the flow's. */
const customerParts = new Set(['outputData', 'inputData', 'messageParams', 'conversation']);

/** Masks the values in the body of a launch; names stay. A body that is no JSON is masked whole. */
export function requestWithout(body: string): WithoutValues {
  return without(body, (path) => path.length === 1 && launchFields.has(path[0] ?? ''));
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

function without(body: string, isKept: (path: readonly string[]) => boolean): WithoutValues {
  if (body.trim() === '') return { text: body, values: [] };
  const json = parse(body);
  if (json === undefined || isTooDeep(json)) return { text: maskedValue, values: [] };
  const values: string[] = [];
  const mask = (value: unknown, path: readonly string[]): unknown => {
    if (Array.isArray(value)) return value.map((it, place) => mask(it, [...path, String(place)]));
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).map(([key, it]) => [key, mask(it, [...path, key])]);
      return Object.fromEntries(members);
    }
    if ((typeof value !== 'string' && typeof value !== 'number') || isKept(path)) return value;
    values.push(String(value));
    return maskedValue;
  };
  return { text: JSON.stringify(mask(json, [])), values };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

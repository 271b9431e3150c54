import { isObject, parseJson } from '../base/json.ts';
import type { FormValue } from './form.ts';
import type { FlowInput } from './input-schema.ts';
import { asHeld } from './of-inputs.ts';

/** What a person wants to send, as JSON: the changes to the form, or why it cannot be taken. */
export type JsonEdit =
  | { changes: readonly (readonly [name: string, value: FormValue])[] }
  | { problem: 'not_json' | 'not_object' }
  | { problem: 'unknown'; names: readonly string[] };

/**
 * Reads inputs that were edited as JSON. Only what differs from what the form sends now changes in the
 * form, so that a value which cannot be sent yet stays as it was typed.
 *
 * @param before what the form sends now
 */
export function editAsJson(
  text: string,
  inputs: readonly Pick<FlowInput, 'name' | 'kind'>[],
  before: Readonly<Record<string, unknown>>,
): JsonEdit {
  const read = parseJson(text);
  if (read === undefined) return { problem: 'not_json' };
  if (!isObject(read.value)) return { problem: 'not_object' };
  const wanted = new Map(Object.entries(read.value));
  const known = new Set(inputs.map(({ name }) => name));
  const names = [...wanted.keys()].filter((name) => !known.has(name));
  if (names.length > 0) return { problem: 'unknown', names };
  const now = new Map(Object.entries(before));
  const changes = inputs.flatMap(({ name, kind }) => {
    const next = wanted.get(name) ?? undefined;
    if (JSON.stringify(next) === JSON.stringify(now.get(name) ?? undefined)) return [];
    const none: FormValue = kind === 'list' ? [] : '';
    return [[name, next === undefined ? none : heldBy(kind, next)] as const];
  });
  return { changes };
}

/** A control for JSON holds text with its quotes; the others hold what they mean. */
function heldBy(kind: FlowInput['kind'], value: unknown): FormValue {
  return kind === 'json' ? JSON.stringify(value) : asHeld(value);
}

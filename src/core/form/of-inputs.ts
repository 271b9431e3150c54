import type { Origin } from '../page/document.ts';
import type { Form, FormValue } from './form.ts';

/**
 * A form that is filled as a launch was, every input as if set by hand. The page changes none and adds
 * none: it may be another customer's by now.
 *
 * @param origin the page of that launch, where it is known: on another one the person is asked
 */
export function formOfInputs(inputs: Readonly<Record<string, unknown>>, origin?: Origin): Form {
  const values = Object.entries(inputs).map(([name, value]) => [name, asHeld(value)] as const);
  return {
    values: Object.fromEntries(values),
    touched: Object.keys(inputs),
    sources: {},
    ...(origin && { origins: Object.fromEntries(values.map(([name]) => [name, origin])) }),
    asLaunched: true,
  };
}

/** A value of the inputs as a control holds it. */
export function asHeld(value: unknown): FormValue {
  if (typeof value === 'string') return value;
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return isPlainList ? value.map(String) : JSON.stringify(value);
}

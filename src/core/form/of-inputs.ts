import type { Form, FormValue } from './form.ts';

/**
 * A form that is filled as a launch was, every input as if set by hand. The page changes none and adds
 * none: it may be another customer's by now.
 */
export function formOfInputs(inputs: Readonly<Record<string, unknown>>): Form {
  const values = Object.entries(inputs).map(([name, value]) => [name, held(value)] as const);
  return {
    values: Object.fromEntries(values),
    touched: Object.keys(inputs),
    sources: {},
    asLaunched: true,
  };
}

function held(value: unknown): FormValue {
  if (typeof value === 'string') return value;
  const isPlainList = Array.isArray(value) && value.every((item) => typeof item !== 'object');
  return isPlainList ? value.map(String) : JSON.stringify(value);
}

import { z } from '../base/zod.ts';
import { type Origin, originSchema } from '../page/document.ts';
import { factKinds } from '../page/kinds.ts';
import type { FlowInput } from './input-schema.ts';

const valueSchema = z.union([z.string(), z.readonly(z.array(z.string()))]);

/**
 * What a control holds: the text as typed, never parsed before the form is checked. A yes-or-no
 * input holds `true`, `false` or nothing as text; a list holds one text for each item.
 */
export type FormValue = z.infer<typeof valueSchema>;

/** Where a value can come from: `source_<kind>` says it. */
const sourceKinds = [
  ...factKinds,
  'address',
  'title',
  'conversation',
  'contact',
  'default',
  'setting',
  'typed',
  'checked-request',
] as const;

const sourceSchema = z.object({
  /** One that another version stored is forgotten; the value that it gave stays. */
  kind: z.catch(z.enum(sourceKinds), 'typed'),
  /** The field of the page context that it was taken from. */
  field: z.optional(z.string()),
  /** What the page calls it, where it does. */
  label: z.optional(z.string()),
});

/** Where a value came from: the page, the flow's own `default`, a `setting`, a person. */
export type ValueSource = Readonly<z.infer<typeof sourceSchema>>;

export interface OfferedValue {
  readonly value: string;
  readonly source: ValueSource;
}

/** A draft of a launch. Plain data, so that it outlives the popup in session storage. */
export const formSchema = z.object({
  values: z.readonly(z.record(z.string(), valueSchema)),
  /** Inputs that the user has set by hand; nothing else may change them. */
  touched: z.readonly(z.array(z.string())),
  sources: z.readonly(z.record(z.string(), sourceSchema)),
  /** The page on which each input that the user has set was set. */
  origins: z.optional(z.readonly(z.record(z.string(), originSchema))),
  /** Inputs that have a value which is not to be sent. */
  withheld: z.optional(z.readonly(z.array(z.string()))),
  /** Filled as an earlier launch was: nothing is offered for what that one left empty. */
  asLaunched: z.optional(z.boolean()),
});

export type Form = Readonly<z.infer<typeof formSchema>>;

export const emptyForm: Form = { values: {}, touched: [], sources: {} };

/**
 * Fills a form with what is offered, by input name, and else with the flow's default values.
 * What the user has set stays as it is, and is kept even for inputs that this flow does not have, so
 * that looking at another flow and coming back loses nothing.
 */
export function fillForm(
  inputs: readonly FlowInput[],
  offered: Readonly<Record<string, OfferedValue>>,
  previous: Form = emptyForm,
): Form {
  const touched = new Set(previous.touched);
  const values = Object.entries(previous.values).filter(([name]) => touched.has(name));
  const sources = Object.entries(previous.sources).filter(([name]) => touched.has(name));

  for (const input of inputs) {
    if (touched.has(input.name) || previous.asLaunched) continue;
    const offer = own(offered, input.name) ?? defaultOf(input);
    if (offer === undefined) continue;
    values.push([input.name, input.kind === 'list' ? listed(offer.value) : offer.value]);
    sources.push([input.name, offer.source]);
  }
  return {
    values: Object.fromEntries(values),
    touched: previous.touched,
    sources: Object.fromEntries(sources),
    origins: previous.origins,
    withheld: previous.withheld,
    asLaunched: previous.asLaunched,
  };
}

/** The form after the user said that an input's value is to be sent, or not. */
export function withhold(form: Form, name: string, isWithheld: boolean): Form {
  const others = (form.withheld ?? []).filter((each) => each !== name);
  return { ...form, withheld: isWithheld ? [...others, name] : others };
}

/** Whether an input has a value that is not to be sent. */
export function isWithheld(form: Form, name: string): boolean {
  return form.withheld?.includes(name) ?? false;
}

/**
 * The form after the user set an input: by typing, or (with a source) by choosing from the page.
 *
 * @param origin the page in front, where it is known
 */
export function setValue(
  form: Form,
  name: string,
  value: FormValue,
  { source, origin }: { source?: ValueSource | undefined; origin?: Origin | undefined } = {},
): Form {
  const { [name]: _old, ...sources } = form.sources;
  const { [name]: _before, ...origins } = form.origins ?? {};
  return {
    ...form,
    values: { ...form.values, [name]: value },
    touched: form.touched.includes(name) ? form.touched : [...form.touched, name],
    sources: source === undefined ? sources : { ...sources, [name]: source },
    origins: origin === undefined ? origins : { ...origins, [name]: origin },
  };
}

/** What the form holds for an input, in the shape that the input's control needs. */
export function heldValue(form: Form, input: FlowInput): FormValue {
  const value = own(form.values, input.name) ?? '';
  if (input.kind === 'list') return typeof value === 'string' ? listed(value) : value;
  return typeof value === 'string' ? value : value.join(', ');
}

/** A record's own entry: names come from flows and pages, and one of them may be `__proto__`. */
export function own<Value>(
  record: Readonly<Record<string, Value>>,
  name: string,
): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function defaultOf(input: FlowInput): OfferedValue | undefined {
  const value = input.defaultValue;
  if (value === undefined || value === null || value === '') {
    // A box that is not ticked says no; where an answer is required, that is the answer.
    return input.kind === 'boolean' && input.required
      ? { value: 'false', source: { kind: 'default' } }
      : undefined;
  }
  const text = typeof value === 'string' && input.kind !== 'json' ? value : JSON.stringify(value);
  return { value: text, source: { kind: 'default' } };
}

/** A list from one text: the items of a JSON array of plain values, or the text as the only item. */
function listed(text: string): readonly string[] {
  const items = text.startsWith('[') ? plainItems(text) : undefined;
  return items ?? (text === '' ? [] : [text]);
}

function plainItems(text: string): readonly string[] | undefined {
  try {
    const items: unknown = JSON.parse(text);
    const plain = Array.isArray(items) && items.every((item) => typeof item !== 'object');
    return plain ? items.map(String) : undefined;
  } catch {
    return undefined;
  }
}

import { isObject } from '../base/json.ts';
import { emptyForm, type Form, type FormValue, setValue } from '../form/form.ts';
import { everyInput } from '../form/input-schema.ts';
import { idSchema } from '../settings/settings.ts';
import type { CorrectedRequest } from './check.ts';

/**
 * The flow and the form of a corrected request, to go on with by hand; `undefined` where it names no
 * flow. Every value is there twice: by its input, and in the one input of flows that name none.
 */
export function formOfRequest({
  body,
}: CorrectedRequest): { flowId: string; form: Form } | undefined {
  const flowId = idSchema.safeParse(body?.flowId).data;
  if (flowId === undefined) return undefined;
  const inputData = isObject(body?.inputData) ? body.inputData : {};
  const values = Object.entries(inputData).filter(([, value]) => value !== null);
  if (values.length === 0) return { flowId, form: emptyForm };
  const form = values.reduce(
    (before, [name, value]) => setValue(before, name, typedOf(value), { source }),
    emptyForm,
  );
  return { flowId, form: setValue(form, everyInput, JSON.stringify(inputData), { source }) };
}

const source = { kind: 'checked-request' } as const;

/** A value as a control holds it: text as it is, lists of plain values item by item, else JSON. */
function typedOf(value: unknown): FormValue {
  if (typeof value === 'string') return value;
  const isPlain = Array.isArray(value) && value.every((item) => !isObject(item));
  return isPlain ? value.map(String) : JSON.stringify(value);
}

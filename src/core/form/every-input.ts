import { isObject, parseJson } from '../base/json.ts';
import { type Form, heldValue, setValue } from './form.ts';
import { everyInput, type FlowInput } from './input-schema.ts';
import { type InputOffer, mapInputs, type PageFields } from './mapping.ts';

/** What flows mostly call the customer's number, as our users' first one did. */
const usualName = 'Flow.customerNumber';

/**
 * What the one input of a flow that the person may not view is filled with: the customer's number, where it
 * is sure.
 */
export function offerOfEvery(page: PageFields): Readonly<Record<string, InputOffer>> {
  const offered = offeredFor(usualName, page);
  if (offered === undefined) return { [everyInput]: { candidates: [] } };
  const value = asJson({ [usualName]: offered.value });
  return { [everyInput]: { offered: { ...offered, value }, candidates: [] } };
}

/** Whether all inputs of a flow are typed as one. */
export function isTypedAsOne(inputs: readonly FlowInput[]): boolean {
  return inputs.length === 1 && inputs[0]?.name === everyInput;
}

/**
 * A form in which all inputs are typed as one, with an input more that the flow was found to need: with what
 * the page says of it, or empty, for the person to fill in. The very same form where the input is there
 * already, or where the text is no object.
 */
export function withMissing(form: Form, name: string, page: PageFields): Form {
  const every: FlowInput = { name: everyInput, label: '', kind: 'json', required: false };
  const text = String(heldValue(form, every));
  const held = text.trim() === '' ? {} : parseJson(text)?.value;
  if (!isObject(held) || Object.hasOwn(held, name)) return form;
  const value = offeredFor(name, page)?.value ?? '';
  return setValue(form, everyInput, asJson({ ...held, [name]: value }));
}

function offeredFor(name: string, page: PageFields): InputOffer['offered'] {
  const input: FlowInput = { name, label: name, kind: 'string', required: false };
  return mapInputs([input], page)[name]?.offered;
}

function asJson(inputs: object): string {
  return JSON.stringify(inputs, null, 2);
}

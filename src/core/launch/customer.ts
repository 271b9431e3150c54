import { z } from '../base/zod.ts';
import { fieldOfName } from '../form/names.ts';

const longest = 200;
const text = z.string().check(z.maxLength(longest));

/** For whom a launch is, as far as that is known. */
export const customerSchema = z.object({ name: z.optional(text), number: z.optional(text) });

export type Customer = z.infer<typeof customerSchema>;

/** An input with just one of these words as its name holds the customer's name or number. */
const forCustomer = /^(?:flow\.)?(?:customer|contact|client|caller)$/i;

/**
 * For whom a launch is by its inputs alone: the values whose names say so, as they say what a form is
 * filled with. `undefined` where none does.
 */
export function customerFromInputs(
  inputs: Readonly<Record<string, unknown>> | undefined,
): Customer | undefined {
  const values = Object.entries(inputs ?? {}).flatMap(([input, value]) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ input, field: fieldOfName(input), value: value.trim().slice(0, longest) }]
      : [],
  );
  const find = (field: string, fits: (value: string) => boolean) =>
    [
      ...values.filter((it) => it.field === field),
      ...values.filter(({ input }) => forCustomer.test(input)),
    ].find(({ value }) => fits(value))?.value;
  const number = find('customerNumber', isNumber);
  const name = find('customerName', (value) => !isNumber(value));
  if (number === undefined && name === undefined) return undefined;
  return { ...(name !== undefined && { name }), ...(number !== undefined && { number }) };
}

/** A customer in one line: name and number, as far as they are known; empty where nothing is. */
export function customerLine(customer: Customer | undefined): string {
  return [customer?.name, customer?.number].filter(Boolean).join(', ');
}

function isNumber(value: string): boolean {
  return value.replace(/\D/g, '').length >= 5;
}

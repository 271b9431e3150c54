import { z } from '../base/zod.ts';

const longest = 200;
const text = z.string().check(z.maxLength(longest));

/** For whom a launch is, as far as that is known. */
export const customerSchema = z.object({ name: z.optional(text), number: z.optional(text) });

export type Customer = z.infer<typeof customerSchema>;

const numberWords = ['number', 'phone', 'ani', 'caller'];
const nameWords = ['customername', 'contactname', 'fullname', 'name', 'customer', 'contact'];

/**
 * For whom a launch is by its inputs alone: the values whose names say so. `undefined` where none
 * does.
 */
export function customerFromInputs(
  inputs: Readonly<Record<string, unknown>> | undefined,
): Customer | undefined {
  const values = Object.entries(inputs ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ name: name.toLowerCase(), value: value.trim().slice(0, longest) }]
      : [],
  );
  const isNumber = (value: string) => value.replace(/\D/g, '').length >= 5;
  const find = (words: readonly string[], fits: (value: string) => boolean) =>
    words.flatMap((word) => values.find((it) => it.name.includes(word) && fits(it.value)) ?? [])[0]
      ?.value;
  const number = find(numberWords, isNumber);
  const name = find(nameWords, (value) => !isNumber(value));
  if (number === undefined && name === undefined) return undefined;
  return { ...(name !== undefined && { name }), ...(number !== undefined && { number }) };
}

/** A customer in one line: name and number, as far as they are known; empty where nothing is. */
export function customerLine(customer: Customer | undefined): string {
  return [customer?.name, customer?.number].filter(Boolean).join(', ');
}

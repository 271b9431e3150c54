import { getCountryCallingCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';

/** How a number's digits were grouped, judged by the plan of its country. */
export type Grouping =
  | 'usual' // as its country's people and offices write it
  | 'plain' // in groups that a reader takes for a number's
  | 'none' // all digits in one run
  | 'odd'; // in groups that no number is written in

/** A telephone number, understood. */
export interface Phone {
  /** As in +15550199888. */
  e164: string;
  /** For people: +1 555 019 9888, with the extension. */
  shown: string;
  extension?: string;
  /** ISO 3166; absent where the number could belong to several. */
  country?: string;
  /** In a range that its country has given out; otherwise only of a possible length. */
  valid: boolean;
  /** Written with its country: behind `+`, `00` or `011`. */
  international: boolean;
  grouping: Grouping;
  /** Of a range that firms have: free for the caller, of shared cost, or dear. */
  isFirms: boolean;
}

export interface FoundPhone {
  phone: Phone;
  start: number;
  end: number;
  /** As it stood in the text. */
  text: string;
}

/** What a number says of itself once its country's plan is known. */
export function describe(
  number: PhoneNumber,
  more: { grouping: Grouping; international: boolean; extension?: string | undefined },
): Phone {
  const { grouping, international, extension = number.ext } = more;
  if (extension) number.setExt(extension);
  return {
    e164: number.number,
    shown: number.formatInternational(),
    valid: number.isValid(),
    international,
    grouping,
    isFirms: /TOLL_FREE|SHARED_COST|PREMIUM_RATE|UAN/.test(number.getType() ?? ''),
    ...(extension && { extension }),
    ...(number.country && { country: number.country }),
  };
}

/** Whether a number is of a country's plan, which it may share with others: Canada has that of the US. */
export function isOfPlan({ e164 }: Pick<Phone, 'e164'>, country: string | undefined): boolean {
  return (
    country !== undefined &&
    isSupportedCountry(country) &&
    e164.startsWith(`+${getCountryCallingCode(country)}`)
  );
}

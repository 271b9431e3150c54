import { getCountryCallingCode, isSupportedCountry, type PhoneNumber } from 'libphonenumber-js/max';

/** How a written number groups its digits, judged by the plan of its country. */
export type Grouping =
  | 'usual' // as people and offices of its country write it
  | 'plain' // in groups that a reader takes for a number's
  | 'none' // all digits in one run
  | 'odd'; // in groups in which people write no number

/** A telephone number, understood. */
export interface Phone {
  /** As in +15550199888; for an in-house number, its digits. */
  e164: string;
  /** For people: +1 555 019 9888, with the extension. */
  shown: string;
  extension?: string;
  /** ISO 3166; absent where the number could belong to several countries. */
  country?: string;
  /** Whether its country has given out its range; otherwise only its length is possible. */
  valid: boolean;
  /** Whether it was written with its country: behind `+`, `00` or `011`. */
  international: boolean;
  grouping: Grouping;
  /** Whether its range is one for firms: toll-free, shared cost, premium rate or a universal access number. */
  isOfFirm: boolean;
}

/** A number in a text, from `start` up to `end`. */
export interface FoundPhone {
  phone: Phone;
  start: number;
  end: number;
  /** As it stood in the text. */
  text: string;
}

/** Describes a number that libphonenumber read. */
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
    isOfFirm: /TOLL_FREE|SHARED_COST|PREMIUM_RATE|UAN/.test(number.getType() ?? ''),
    ...(extension && { extension }),
    ...(number.country && { country: number.country }),
  };
}

/** Whether a number belongs to a country's plan, which countries may share: Canada has that of the US. */
export function isOfPlan({ e164 }: Pick<Phone, 'e164'>, country: string | undefined): boolean {
  return (
    country !== undefined &&
    isSupportedCountry(country) &&
    e164.startsWith(`+${getCountryCallingCode(country)}`)
  );
}

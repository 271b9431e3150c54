const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });
const minute = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const number = new Intl.NumberFormat();
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });

/** A count in the reader's format: `2,014`. */
export function formatCount(count: number): string {
  return number.format(count);
}

/** A moment in the reader's format and time zone. Milliseconds since 1970. */
export function formatMoment(at: number): string {
  return moment.format(at);
}

/**
 * An ISO 8601 date, or date and time with an offset, in the reader's format; `undefined` for any
 * other text. A time without an offset is left alone: nobody knows which moment it is.
 */
export function formatIso(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatted(day, text);
  const [whole, seconds] = dateTime.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return formatted(seconds === undefined || seconds === ':00' ? minute : moment, text);
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/i;

function formatted(format: Intl.DateTimeFormat, text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : format.format(at);
}

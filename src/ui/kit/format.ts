/** Makes a format in the page's language when it is first used, and keeps it: to make one takes long. */
export function inPageLanguage<Format>(make: (language?: string) => Format): () => Format {
  let made: { language: string; format: Format } | undefined;
  return () => {
    const language = globalThis.document?.documentElement.lang ?? '';
    if (made?.language !== language) made = { language, format: make(language || undefined) };
    return made.format;
  };
}

const dates = (options: Intl.DateTimeFormatOptions) =>
  inPageLanguage((language) => new Intl.DateTimeFormat(language, options));

const moment = dates({ dateStyle: 'medium', timeStyle: 'medium' });
const minute = dates({ dateStyle: 'medium', timeStyle: 'short' });
const time = dates({ timeStyle: 'short' });
const clock = dates({ timeStyle: 'medium' });
const wholeDay = dates({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const day = dates({ dateStyle: 'medium', timeZone: 'UTC' });
const number = inPageLanguage((language) => new Intl.NumberFormat(language));

/** Formats a count for the reader: `2,014`. */
export function formatCount(count: number): string {
  return number().format(count);
}

/** Formats a moment (milliseconds since 1970) in the reader's time zone, to the second. */
export function formatMoment(at: number): string {
  return moment().format(at);
}

/** Formats the time of day to the minute, for what stands under its day. */
export function formatTime(at: number): string {
  return time().format(at);
}

/** Formats the time of day to the second. */
export function formatClock(at: number): string {
  return clock().format(at);
}

/** Formats a day with its name, in the reader's time zone. */
export function formatDay(at: number): string {
  return wholeDay().format(at);
}

/**
 * Formats an ISO 8601 date, or a date and time with an offset; undefined for any other text. A time without an offset
 * does not say which moment it is.
 */
export function formatIso(text: string): string | undefined {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return formatted(day(), text);
  const [whole, seconds] = dateTime.exec(text) ?? [];
  if (whole === undefined) return undefined;
  return formatted(seconds === undefined || seconds === ':00' ? minute() : moment(), text);
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/i;

function formatted(format: Intl.DateTimeFormat, text: string): string | undefined {
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : format.format(at);
}

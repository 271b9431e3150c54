import type messages from '../../../public/_locales/en/messages.json';

/** The name of a message in `_locales`. */
export type MessageKey = keyof typeof messages;

/** What a message's `{placeholders}` stand for. */
export type TextParams = Readonly<Record<string, string | number>>;

/**
 * Turns a message's name into words in the reader's language.
 *
 * A message with a number in it is worded so that it fits every number, as `Launches: {count}`, or
 * there is another for one: plural forms differ from language to language.
 */
export type Text = (key: MessageKey, params?: TextParams) => string;

/** Whom a page is drawn for: their words, and when they chose another language. */
export interface Reader {
  text(): Text;
  subscribe(listener: () => void): () => void;
}

/**
 * Puts values into a message: `fill('Hello {name}', { name: 'Ann' })` is `Hello Ann`.
 * A placeholder without a value stays as it is, so that the mistake shows.
 */
export function fill(message: string, params: TextParams = {}): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}

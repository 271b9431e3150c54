import type messages from '../../../public/_locales/en/messages.json';

/** The name of a message in `_locales`. */
export type MessageKey = keyof typeof messages;

/** What lies between the start and the end of a message's name: `sign_in_closed`. */
export type Between<
  Start extends string,
  End extends string,
  Key = MessageKey,
> = Key extends `${Start}${infer Word}${End}` ? Word : never;

/** A part of a message's name as codes spell it: `sign-in-closed`. */
export type Dashed<Word extends string> = Word extends `${infer First}_${infer Rest}`
  ? `${First}-${Dashed<Rest>}`
  : Word;

type WithoutDashes<Code extends string> = Code extends `${infer First}-${infer Rest}`
  ? `${First}_${WithoutDashes<Rest>}`
  : Code;

type WithoutDots<Code extends string> = Code extends `${infer First}.${infer Rest}`
  ? `${First}_${WithoutDots<Rest>}`
  : Code;

/** A code as the names of messages spell it, which the compiler can look up in the catalogue. */
export function inKey<Code extends string>(code: Code): WithoutDashes<WithoutDots<Code>> {
  return code.replace(/[-.]/g, '_') as WithoutDashes<WithoutDots<Code>>;
}

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

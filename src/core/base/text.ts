import type messages from '../../../public/_locales/en/messages.json';
import { remembered } from './remembered.ts';

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
 * A message with a number in it is worded so that it fits every number, as `Launches: {count}`, or has
 * the plural forms of its language: `{count, plural, one {{count} launch} other {{count} launches}}`.
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
 *
 * @param language of the message, as a BCP 47 tag: it decides which plural form a number takes
 */
export function fill(message: string, params: TextParams = {}, language = 'en'): string {
  return inPluralForm(inMinutes(message, params), params, language).replace(
    /\{(\w+)\}/g,
    (whole, name: string) => (Object.hasOwn(params, name) ? String(params[name]) : whole),
  );
}

/** From two minutes on, what a message says in seconds (`{seconds} s`) is said in whole minutes, rounded up. */
function inMinutes(message: string, { seconds }: TextParams): string {
  if (typeof seconds !== 'number' || seconds < 120) return message;
  const minutes = Math.ceil(seconds / 60);
  return message
    .replace(/\{seconds\} s\b/g, `${minutes} min`)
    .replace(/\{seconds\} 秒/g, `${minutes} 分`);
}

/**
 * Plural forms as ICU's message format writes them, of which translators' tools know this part:
 * https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
const plural = /\{(\w+), plural,((?: \w+ \{(?:[^{}]|\{\w+\})*\})+)\}/g;
const forms = / (\w+) \{((?:[^{}]|\{\w+\})*)\}/g;

const rulesOf = remembered((language: string) => new Intl.PluralRules(language));

/** The message with, of each plural, the form for its number. */
function inPluralForm(message: string, params: TextParams, language: string): string {
  return message.replace(plural, (whole, name: string, choices: string) => {
    const words = new Map([...choices.matchAll(forms)].map(([, form, text]) => [form, text]));
    const form = rulesOf(language).select(Number(params[name]));
    return words.get(form) ?? words.get('other') ?? whole;
  });
}

import { fill, type Text } from '../core/base/text.ts';
import { z } from '../core/base/zod.ts';
import { defaultSettings, type Settings } from '../core/settings/settings.ts';
import { settings } from './keys/settings.ts';

type Language = Settings['language'];

const inBrowserLanguage: Text = (key, params) =>
  fill(browserMessage(key), params, chrome.i18n.getUILanguage());

/** What a browser has said; tests have several in one process. */
let own: { from: typeof chrome.i18n; messages: ReadonlyMap<string, string> } | undefined;

function browserMessage(key: string): string {
  const from = chrome.i18n;
  if (own?.from !== from) own = { from, messages: byName(from.getMessage('texts')) };
  return own.messages.get(key) ?? from.getMessage(key);
}

/**
 * The messages of a built catalogue, which has all its texts in one message, a line each
 * (docs/decisions/097). Their names are another, which only the English catalogue has: the browser
 * takes from that one what another lacks.
 */
function byName(texts: string): ReadonlyMap<string, string> {
  const lines = texts.split('\n');
  const names = chrome.i18n.getMessage('names').split('\n');
  return new Map(names.map((name, place) => [name, lines[place] ?? '']));
}

const catalogueSchema = z.object({ texts: z.object({ message: z.string() }) });

let loaded: { language: Language; text: Text } = {
  language: defaultSettings.language,
  text: inBrowserLanguage,
};

/**
 * Words in a language, from `_locales`. The browser has those of its own language at hand; those of
 * another are loaded once it is chosen. Where they cannot be, it stays with the browser's.
 */
export async function textIn(language: Language): Promise<Text> {
  if (language === 'browser') return inBrowserLanguage;
  if (loaded.language === language) return loaded.text;
  try {
    const path = `_locales/${language.replace('-', '_')}/messages.json`;
    const answer = await fetch(chrome.runtime.getURL(path));
    const { texts } = catalogueSchema.parse(await answer.json());
    const messages = byName(texts.message);
    const text: Text = (key, params) =>
      fill(messages.get(key) ?? browserMessage(key), params, language);
    loaded = { language, text };
    return text;
  } catch (error) {
    console.warn(error);
    return inBrowserLanguage;
  }
}

/** Words in the reader's language: for the worker, which has no page to keep them in. */
export async function readersText(): Promise<Text> {
  return textIn((await settings.get()).language);
}

/** For dates, numbers and plurals: a BCP 47 tag. */
export function languageTag(language: Language): string {
  return language === 'browser' ? chrome.i18n.getUILanguage() : language;
}

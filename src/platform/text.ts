import { fill, type Text } from '../core/base/text.ts';
import { z } from '../core/base/zod.ts';
import { defaultSettings, type Settings } from '../core/settings/settings.ts';
import { settings } from './keys/settings.ts';

type Language = Settings['language'];

const inBrowserLanguage: Text = (key, params) =>
  fill(chrome.i18n.getMessage(key), params, chrome.i18n.getUILanguage());

const catalogueSchema = z.record(z.string(), z.object({ message: z.string() }));

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
    const catalogue = catalogueSchema.parse(await answer.json());
    const text: Text = (key, params) =>
      fill(catalogue[key]?.message ?? chrome.i18n.getMessage(key), params, language);
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

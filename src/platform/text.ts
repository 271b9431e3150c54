import { fill, type Text } from '../core/text.ts';

/** Words in the browser's language, from `_locales`. */
export const text: Text = (key, params) => fill(chrome.i18n.getMessage(key), params);

/** The browser's language, for dates, numbers and plurals: a BCP 47 tag. */
export const language = (): string => chrome.i18n.getUILanguage();

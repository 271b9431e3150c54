import { fill, type Text } from '../core/base/text.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The catalogues that the extension has, each loaded for itself. */
const catalogues: Readonly<Record<string, () => Promise<{ default: Catalogue }>>> = {
  en: () => import('../../public/_locales/en/messages.json'),
  de: () => import('../../public/_locales/de/messages.json'),
  es: () => import('../../public/_locales/es/messages.json'),
  fr: () => import('../../public/_locales/fr/messages.json'),
  ja: () => import('../../public/_locales/ja/messages.json'),
  pt: () => import('../../public/_locales/pt_BR/messages.json'),
};

/**
 * The words in the first language of the reader that there is a catalogue for, else in English.
 *
 * @param languages BCP 47 tags in the reader's order, as `navigator.languages` has them
 */
export async function readersWords(
  languages: readonly string[],
): Promise<{ language: string; text: Text }> {
  const bare = languages.map((it) => it.toLowerCase().split('-')[0] ?? '');
  const language = bare.find((it) => Object.hasOwn(catalogues, it)) ?? 'en';
  const { default: catalogue } = (await catalogues[language]?.()) ?? { default: {} };
  return { language, text: (key, params) => fill(catalogue[key]?.message ?? '', params) };
}

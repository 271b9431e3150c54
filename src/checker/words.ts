import { fill, type Text } from '../core/base/text.ts';

type Catalogue = Readonly<Record<string, { readonly message: string }>>;

/** The catalogues that the extension has, each loaded for itself, by their paths. */
const files = import.meta.glob<{ default: Catalogue }>('../../public/_locales/*/messages.json');

/** The same by their languages, without countries. */
const catalogues = new Map(
  Object.entries(files).map(([path, load]) => [path.split('/').at(-2)?.split('_')[0] ?? '', load]),
);

/**
 * The words in the first language of the reader that there is a catalogue for, else in English.
 *
 * @param languages BCP 47 tags in the reader's order, as `navigator.languages` has them
 */
export async function readersWords(
  languages: readonly string[],
): Promise<{ language: string; text: Text }> {
  const bare = languages.map((it) => it.toLowerCase().split('-')[0] ?? '');
  const language = bare.find((it) => catalogues.has(it)) ?? 'en';
  const { default: catalogue } = (await catalogues.get(language)?.()) ?? { default: {} };
  return { language, text: (key, params) => fill(catalogue[key]?.message ?? '', params, language) };
}

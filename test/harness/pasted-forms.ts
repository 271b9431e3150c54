import { readdirSync, readFileSync } from 'node:fs';
import { fill, type Text } from '../../src/core/base/text.ts';

/** One snippet of a form that people paste. */
export interface PastedForm {
  /** The file that it lies in: a language, `shell`, `exports`, `answers`. */
  readonly group: string;
  readonly name: string;
  readonly pasted: string;
}

const folder = new URL('../fixtures/forms/', import.meta.url);

/** All snippets of `test/fixtures/forms`; a line of `=====` and a name begins each. */
export const pastedForms: readonly PastedForm[] = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .toSorted()
  .flatMap((file) => {
    const group = file.replace('.txt', '');
    const parts = readFileSync(new URL(file, folder), 'utf8').split(/^===== (.*)\n/m);
    return parts.slice(1).flatMap((name, place): PastedForm[] => {
      if (place % 2 === 1) return [];
      return [{ group, name, pasted: (parts[place + 2] ?? '').replace(/\n$/, '') }];
    });
  });

const catalogue: Record<string, { message: string }> = JSON.parse(
  readFileSync(new URL('../../public/_locales/en/messages.json', import.meta.url), 'utf8'),
);

/** The English words of the product. */
export const english: Text = (key, params) => fill(catalogue[key]?.message ?? '', params);

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** Messages by their names, as in `public/_locales`. */
type Catalogue = Record<string, { message: string; description?: string }>;

/**
 * Packs the built catalogues, and takes out what only translators read. The names of the messages are a
 * quarter of a catalogue's weight, so they are said once for all languages. The schema of policies loses
 * its indentation.
 */
export function packedMessages(): Plugin {
  let folder: string;
  return {
    name: 'packed-messages',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // The builder copies `public` by itself, so the files are there once everything is written.
    closeBundle() {
      const manifest = readFileSync(join(folder, 'manifest.json'), 'utf8');
      const inManifest = [...manifest.matchAll(/__MSG_(\w+)__/g)].map(([, name = '']) => name);
      const file = (locale: string) => join(folder, '_locales', locale, 'messages.json');
      const read = (locale: string): Catalogue => JSON.parse(readFileSync(file(locale), 'utf8'));
      const english = read('en');
      for (const locale of readdirSync(join(folder, '_locales'))) {
        const packed = packedCatalogue(read(locale), english, inManifest);
        const names = locale === 'en' && { names: { message: Object.keys(english).join('\n') } };
        writeFileSync(file(locale), JSON.stringify({ ...packed, ...names }));
      }
      const schema = join(folder, 'managed-schema.json');
      writeFileSync(schema, JSON.stringify(JSON.parse(readFileSync(schema, 'utf8'))));
    },
  };
}

/**
 * A catalogue with all its texts in one message, a line each, in the order of the English names. A message
 * that it lacks is there in English. Those that the manifest names stand alone as well, for the browser.
 */
export function packedCatalogue(
  catalogue: Catalogue,
  english: Catalogue,
  inManifest: readonly string[],
): Catalogue {
  const message = (name: string) => (catalogue[name] ?? english[name])?.message ?? '';
  const texts = Object.keys(english).map(message);
  // The browser reads $1 as a placeholder.
  const wrong = texts.find((text) => /[\n$]/.test(text));
  if (wrong !== undefined) throw new Error(`A message has a line break or a dollar sign: ${wrong}`);
  const alone = inManifest.map((name) => [name, { message: message(name) }]);
  return { ...Object.fromEntries(alone), texts: { message: texts.join('\n') } };
}

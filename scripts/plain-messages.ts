import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Takes out of the built catalogues what only translators read: the descriptions of the English one
 * are as long as its messages, and a page that speaks another language than the browser loads a
 * catalogue whole. The schema of policies loses its indentation.
 */
export function plainMessages(): Plugin {
  let folder: string;
  return {
    name: 'plain-messages',
    apply: 'build',
    configResolved({ root, build }) {
      folder = resolve(root, build.outDir);
    },
    // The builder copies `public` by itself, so the files are there once everything is written.
    closeBundle() {
      for (const locale of readdirSync(join(folder, '_locales'))) {
        const path = join(folder, '_locales', locale, 'messages.json');
        writeFileSync(path, withoutDescriptions(readFileSync(path, 'utf8')));
      }
      const schema = join(folder, 'managed-schema.json');
      writeFileSync(schema, JSON.stringify(JSON.parse(readFileSync(schema, 'utf8'))));
    },
  };
}

/** By name, since names that begin alike pack better beside each other. */
function withoutDescriptions(catalogue: string): string {
  const messages: [string, unknown][] = Object.entries(JSON.parse(catalogue));
  const byName = messages.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(byName), (key, value) =>
    // A message may be called `description`; what describes one is text.
    key === 'description' && typeof value === 'string' ? undefined : value,
  );
}

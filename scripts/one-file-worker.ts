import type { Plugin, UserConfig } from 'vite';
import { oneChunk } from './one-chunk.ts';

/** What the extension's builder makes of the worker: a file that imports the worker's chunks. */
const loader = 'service-worker-loader.js';

/**
 * Builds the worker once more, as one file that shares nothing with the pages. A worker that was
 * stopped loads each of its files, one after the other as they import each other, before it hears the
 * message that woke it; and of what pages share with it, it needs a part only. Beside the pages it is
 * built empty, so that they do not carry what only the worker uses.
 */
export function oneFileWorker(entry: string, config: UserConfig): Plugin {
  return {
    name: 'one-file-worker',
    apply: 'build',
    enforce: 'pre',
    load: (id) => (id.endsWith(entry) ? 'export {};' : null),
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const file = bundle[loader];
        if (file?.type !== 'asset') throw new Error(`There is no ${loader} to put the worker into`);
        file.source = await oneChunk({
          ...config,
          build: {
            ...config.build,
            rolldownOptions: { input: entry, output: { codeSplitting: false } },
          },
        });
        for (const chunk of Object.values(bundle)) {
          const isWorker = chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(entry);
          if (isWorker) delete bundle[chunk.fileName];
        }
      },
    },
  };
}

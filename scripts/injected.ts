import { basename } from 'node:path';
import type { Plugin } from 'vite';
import { oneChunk } from './one-chunk.ts';

/**
 * `import { injected } from './read-page.ts?injected'` gives the function `readPage` of that module
 * with everything that it imports inside it, as `chrome.scripting.executeScript({ func })` needs it:
 * that sends the function's own text into the page and nothing else.
 * https://developer.chrome.com/docs/extensions/reference/api/scripting#type-ScriptInjection
 */
export function injectedFunctions(): Plugin {
  return {
    name: 'injected-functions',
    enforce: 'pre',
    load: {
      filter: { id: /\?injected$/ },
      async handler(id) {
        const [file = ''] = id.split('?');
        this.addWatchFile(file);
        const name = basename(file, '.ts').replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
        const code = await bundle(file);
        return `export const injected = function (...args) {\n${code}\nreturn content.${name}(...args);\n};`;
      },
    },
  };
}

/** The module as one script, which leaves its exports in `content`. */
function bundle(file: string): Promise<string> {
  return oneChunk({
    build: {
      minify: true,
      target: 'chrome130',
      lib: { entry: file, formats: ['iife'], name: 'content' },
      rolldownOptions: { output: { generatedCode: { symbols: false } } },
    },
  });
}

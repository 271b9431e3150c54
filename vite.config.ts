import { readFile } from 'node:fs/promises';
import { crx } from '@crxjs/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { manifestFor } from './manifest.config.ts';
import { injectedFunctions } from './scripts/injected.ts';
import { oneFileWorker } from './scripts/one-file-worker.ts';

export default defineConfig(({ mode }) => {
  const common = {
    define: { __ALLOWS_LOOPBACK__: JSON.stringify(mode === 'sandbox') },
    plugins: [injectedFunctions(), withoutJsonSchemaWriters()],
    build: { target: 'chrome130', minify: true },
  };
  return {
    ...common,
    plugins: [
      ...common.plugins,
      react(),
      crx({ manifest: manifestFor(mode) }),
      withoutWebAccessibleResources(),
      oneFileWorker('src/worker/main.ts', common),
    ],
    build: {
      ...common.build,
      modulePreload: { polyfill: false },
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
  };
});

/**
 * Every file costs a page that loads it a millisecond or two, so what the popup loads together is few
 * files. Each group takes what its modules import along; the first that wants a module has it.
 */
const groups = [
  { name: 'react', test: /\/node_modules\/(react|react-dom|scheduler)\// },
  // What every page needs. Where fewer share, who needs less loads less.
  { name: 'base', test: /\/src\/(core|platform)\//, minShareCount: 5 },
  { name: 'ui', test: /\/src\/ui\/.*\.tsx?$/, minShareCount: 5 },
  // What runs in a page, and what is told of it.
  { name: 'page', test: /\/src\/(content\/page-reader|core\/page-fields)\.ts/ },
  // What understands a page, with the library that knows the world's numbers.
  { name: 'numbers', test: /\/src\/core\/(phone|page-context|site-fields)\.ts/ },
  // What the views begin with beyond that.
  {
    name: 'views',
    test: /\/src\/platform\/(commands|launch-memory|lifecycle|page|reader|sign-in-window|text|views)\.ts|\/src\/core\/(flow-address|flow-search|site-flow)\.ts/,
  },
];

/**
 * The bundler lets every page load the files that are injected. Injection does not need it, and a
 * page must not be able to tell that the extension is there.
 * https://developer.chrome.com/docs/extensions/reference/manifest/web-accessible-resources
 */
function withoutWebAccessibleResources(): Plugin {
  return {
    name: 'without-web-accessible-resources',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const file = bundle['manifest.json'];
      if (file?.type !== 'asset') return;
      const { web_accessible_resources: _, ...manifest } = JSON.parse(String(file.source));
      file.source = JSON.stringify(manifest, null, 2);
    },
  };
}

/**
 * Every zod schema carries a writer of JSON Schema, which nothing in the extension asks for: a fifth
 * of zod, parsed by the worker whenever it wakes up and by the popup whenever it opens.
 */
function withoutJsonSchemaWriters(): Plugin {
  return {
    name: 'without-json-schema-writers',
    enforce: 'pre',
    async load(id) {
      if (!/\/zod\/v4\/core\/(json-schema-processors|to-json-schema)\.js$/.test(id)) return;
      const names = (await readFile(id, 'utf8')).matchAll(/^export (?:const|function) (\w+)/gm);
      return [...names].map(([, name]) => `export const ${name} = () => undefined;`).join('\n');
    },
  };
}

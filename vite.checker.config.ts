import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { grammarsWithoutColours } from './scripts/grammars-without-colours.ts';
import { yamlWithoutWriter } from './scripts/yaml-without-writer.ts';

/**
 * The checker of requests as a static page, without the extension: one folder, `dist-checker`, that
 * can lie under any address. It loads nothing from elsewhere, and its own policy forbids it to.
 */
export default defineConfig({
  root: 'src/checker',
  base: './',
  publicDir: false,
  define: { __ALLOWS_LOOPBACK__: 'false' },
  plugins: [react(), shortCatalogues(), grammarsWithoutColours(), yamlWithoutWriter()],
  build: {
    outDir: '../../dist-checker',
    emptyOutDir: true,
    target: 'chrome130',
    // The policy forbids all connections, and scripts that are data.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
});

/** What only translators read, and what only the extension says, stays out of the page. */
function shortCatalogues(): Plugin {
  const used =
    /^(?:extensionName|checker|doctor|paste|finding|failure_request|certainty|copy|detail|field_required|output_copy)/;
  return {
    name: 'short-catalogues',
    enforce: 'pre',
    transform(source, id) {
      if (!id.endsWith('messages.json')) return null;
      const all: Record<string, { message: string }> = JSON.parse(source);
      const short = Object.entries(all).flatMap(([key, { message }]) =>
        used.test(key) ? [[key, { message }] as const] : [],
      );
      return { code: JSON.stringify(Object.fromEntries(short)), map: null };
    },
  };
}

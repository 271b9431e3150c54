import { crx } from '@crxjs/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { manifestFor } from './manifest.config.ts';

export default defineConfig(({ mode }) => ({
  define: { __ALLOWS_LOOPBACK__: JSON.stringify(mode === 'sandbox') },
  plugins: [react(), crx({ manifest: manifestFor(mode) }), withoutWebAccessibleResources()],
  build: {
    target: 'chrome130',
    // Reviewers of the store read what is shipped.
    minify: true,
    modulePreload: false,
  },
}));

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

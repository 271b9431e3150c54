import { defineConfig } from 'vite';
import { grammarsWithoutColours } from './scripts/grammars-without-colours.ts';
import { yamlWithoutWriter } from './scripts/yaml-without-writer.ts';

/** The command `kickoff-explain` as plain JavaScript that Node runs without any package. */
export default defineConfig({
  publicDir: false,
  plugins: [grammarsWithoutColours(), yamlWithoutWriter()],
  define: { __ALLOWS_LOOPBACK__: 'false' },
  ssr: { noExternal: true },
  build: {
    ssr: 'scripts/kickoff-explain.ts',
    outDir: 'dist-explain',
    target: 'node20',
    minify: true,
    rolldownOptions: {
      output: { entryFileNames: 'kickoff-explain.mjs', banner: '#!/usr/bin/env node' },
    },
  },
});

import { build } from 'vite';

/** Where the builds for end-to-end tests lie. */
export const sandboxBuild = new URL('../../.build/sandbox/', import.meta.url).pathname;
export const releasedBuild = new URL('../../.build/released/', import.meta.url).pathname;

/** Builds the extension twice, once for all tests: for the sandbox, and as it is released. */
export async function setup(): Promise<void> {
  for (const [mode, outDir] of [
    ['sandbox', sandboxBuild],
    ['production', releasedBuild],
  ] as const) {
    await build({ mode, logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  }
}

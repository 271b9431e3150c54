import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Where the builds for end-to-end tests lie. */
export const sandboxBuild = fileURLToPath(new URL('../../.build/sandbox/', import.meta.url));
export const releasedBuild = fileURLToPath(new URL('../../.build/released/', import.meta.url));

/** The build of `npm run build:checker`. */
export const checkerBuild = fileURLToPath(new URL('../../.build/checker/', import.meta.url));

/** The build of `npm run read-page`. */
export const readingBuild = fileURLToPath(new URL('../../.build/reading/', import.meta.url));

/** Builds the extension twice, once for all tests: for the sandbox, and as it is released; and the checker’s page. */
export async function setup(): Promise<void> {
  // Every project of the tests sets up; the builds are the same.
  if (process.env.KICKOFF_IS_BUILT) return;
  process.env.KICKOFF_IS_BUILT = 'yes';
  // Vitest says `test`, which would put React's development version into what is tested.
  process.env.NODE_ENV = 'production';
  await buildForSandbox();
  await buildAsReleased();
  const configFile = fileURLToPath(new URL('../../vite.checker.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'warn', build: { outDir: checkerBuild } });
}

/** Builds the extension for the sandbox, into `sandboxBuild`. */
export function buildForSandbox(): Promise<unknown> {
  return build({
    mode: 'sandbox',
    logLevel: 'warn',
    build: { outDir: sandboxBuild, emptyOutDir: true },
  });
}

/** Builds the extension as it is released, into `releasedBuild`. */
export function buildAsReleased(): Promise<unknown> {
  return build({
    mode: 'production',
    logLevel: 'warn',
    build: { outDir: releasedBuild, emptyOutDir: true },
  });
}

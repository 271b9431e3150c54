/**
 * Whether this build may talk to plain `http:` on this machine: only builds for the sandbox
 * (`npm run build -- --mode sandbox`) and tests. Vite puts the constant in; a released build holds
 * `false`, and nothing at run time can change it.
 */
declare const __ALLOWS_LOOPBACK__: boolean | undefined;

export const allowsLoopback: boolean =
  typeof __ALLOWS_LOOPBACK__ !== 'undefined' && __ALLOWS_LOOPBACK__ === true;

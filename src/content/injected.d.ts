/** `scripts/injected.ts` bundles such a module into one function that needs nothing around it. */
declare module '*?injected' {
  export const injected: unknown;
}

/** See `scripts/injected.ts`. */
declare module '*?injected' {
  export const injected: unknown;
}

import type { readPage } from './read-page.ts';
import { injected } from './read-page.ts?injected';

/** The function that reads a page, to inject into it. */
export const pageReader = injected as typeof readPage;

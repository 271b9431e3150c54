import type { readPage } from './read-page.ts';
import { injected } from './read-page.ts?injected';

/** What is sent into a page to read it. */
export const pageReader = injected as typeof readPage;

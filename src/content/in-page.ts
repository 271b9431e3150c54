import type { glance } from './glance.ts';
import { injected as quick } from './glance.ts?injected';
import { pageReader } from './page-reader.ts';

/** The functions that a view injects: one reads the page, the other says at which address it is. */
export const inPage = { reader: pageReader, glance: quick as typeof glance } as const;

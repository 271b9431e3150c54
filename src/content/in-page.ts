import type { glance } from './glance.ts';
import { injected as quick } from './glance.ts?injected';
import { pageReader } from './page-reader.ts';

/** What a view sends into its page: to read it, and to look where it is. */
export const inPage = { reader: pageReader, glance: quick as typeof glance } as const;

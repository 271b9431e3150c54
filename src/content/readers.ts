import { readPage } from './read-page.ts';
import { readRecord } from './read-record.ts';

/**
 * What is sent into a page to read it: the text nearest to the person, then what the page states of
 * its record. The first decides whether a page can be read at all.
 */
export const pageReaders = [readPage, readRecord] as const;

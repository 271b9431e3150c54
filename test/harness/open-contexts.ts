import type { BrowserContext } from 'playwright';

/** The browsers that a test file has open, for what looks at them when a test fails. */
export const openContexts = new Set<BrowserContext>();

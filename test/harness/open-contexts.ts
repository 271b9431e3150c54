import type { BrowserContext } from 'playwright';

/** The browsers that a test file has open, for what looks at them when a test fails. */
export const openContexts = new Set<BrowserContext>();

/** What is done before a test closes its pages, such as keeping pictures of them. */
export const beforeClosing: { run: () => Promise<void> } = { run: async () => {} };

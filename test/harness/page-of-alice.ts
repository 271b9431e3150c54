import { factKey } from '../../src/core/page/look.ts';
import type { PageFact } from '../../src/core/page/snapshot.ts';
import { passed } from './genesys.ts';
import type { WorkerWorld } from './worker-world.ts';

// The page that a launch of the worker's tests is made from, and what is looked for in it before the POST leaves.

export const address = 'https://crm.example.com/contacts/1';
export const fact = (value: string): PageFact => ({ kind: 'link', label: 'Phone', value });
export const ofAlice = fact('tel:+15550100');
export const look = { tabId: 1, documentId: 'document-1', address, facts: [factKey(ofAlice)] };

/** What the page in the tab says now, and after how many milliseconds. */
export function pageSays(
  { browser }: WorkerWorld,
  facts: PageFact[],
  { url = address, documentId = 'document-1', after = 0 } = {},
): void {
  browser.pages.set(1, async () => {
    if (after > 0) await passed(after);
    const result = { url, title: 'Alice Martin', language: 'en', complete: true, facts };
    return [{ frameId: 0, documentId, result }];
  });
}

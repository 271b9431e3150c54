import { isWhereItWas, type Look, saysTheSame } from '../../src/core/page/look.ts';
import { snapshotOf } from '../harness/view-pages.ts';
import { isThere, type OfTab } from './tab.ts';
import type { World } from './world.ts';

/** What a look of the worker at a page comes to. Of a page that does not answer the browser tells the address alone. */
export function lookAt(
  world: World,
  of: OfTab,
  look: Look,
): 'same' | 'other' | 'elsewhere' | 'gone' {
  const isOfFront = world.defect === 'the worker looks at the tab in front';
  if (!isOfFront && !isThere(of)) return 'gone';
  const { page } = isOfFront ? world.front : of.tab;
  const { documentId, ...now } = page.now();
  if (page.isHung()) return look.address === now.address ? 'same' : 'elsewhere';
  const seen = { documentId, snapshot: snapshotOf(page.now()) };
  if (!isWhereItWas(look, seen)) return 'elsewhere';
  return saysTheSame(look, seen) ? 'same' : 'other';
}

/** Whether the page of a launch is in its tab still, and answers, whatever it says. */
export function isInTab(of: OfTab, look: Look | undefined): boolean {
  const { page } = of.tab;
  const { documentId, address } = page.now();
  return (
    look !== undefined &&
    isThere(of) &&
    !page.isHung() &&
    look.documentId === documentId &&
    look.address === address
  );
}

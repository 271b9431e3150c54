import type { DeskPage } from '../core/desk.ts';
import { done } from '../core/failure.ts';
import type { EffectiveSettings } from '../core/managed.ts';
import { type Readers, readTab } from './page.ts';
import { clickedPageOf } from './stored.ts';

/** How long a page that was read on a click in the context menu is taken as it was then. */
const clickedFor = 60_000;

/**
 * What is known of the page that a view belongs to: as it was read on a click in the context menu
 * just now, else as it is. What finds numbers in it is loaded only here, after the first paint.
 */
export async function readPageOfDesk(
  tabId: number,
  readers: Readers,
  settings: EffectiveSettings,
): Promise<DeskPage> {
  const understanding = import('../core/page-context.ts');
  const clicked = await clickedPageOf(tabId).get();
  const isRecent = clicked !== undefined && Date.now() - clicked.at < clickedFor;
  const page = isRecent ? done(clicked.snapshot) : await readTab(tabId, readers, settings);
  if (!page.ok) return { state: 'unreadable', failure: page.failure };
  const { pageContext } = await understanding;
  return {
    state: 'read',
    context: pageContext(page.value, {
      defaultCountry: settings.defaultCountry,
      siteRules: settings.sites,
    }),
  };
}

import { inPage } from '../../src/content/in-page.ts';
import type { LauncherPage } from '../../src/core/view/launcher.ts';
import { pageOf } from '../../src/launcher/page.ts';

/** What the popup knows of a tab's page. */
async function readTab(tabId: number): Promise<LauncherPage> {
  const page = pageOf(
    tabId,
    async () => inPage,
    () => undefined,
  );
  const read = await page.read({ read: 1 });
  if (read.type === 'page-read') return { state: 'read', ...read.page };
  if (read.type === 'page-unreadable') return { ...read, state: 'unreadable' };
  return { state: 'reading' };
}

// A page of the extension that exists only in builds with `--mode reading`, for `npm run read-page`.
Object.assign(globalThis, { readTab });

import { pageReader } from '../../src/content/page-reader.ts';
import { readLauncherPage } from '../../src/launcher/page.ts';

// A page of the extension that exists only in builds with `--mode reading`: it hands out what the
// popup knows of a tab, for `npm run read-page`.
Object.assign(globalThis, {
  readTab: (tabId: number) => readLauncherPage(tabId, async () => pageReader),
});

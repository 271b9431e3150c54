import { extensionId, openBrowser } from '../test/harness/browser.ts';
import { buildAsReleased, releasedBuild } from '../test/harness/build.ts';

/**
 * Takes the browser's own page about the extension as it is released, with its permissions and hosts. The
 * question that people answer at install belongs to the store; its words are held by `test/sweeps/released.test.ts`.
 */
export async function takePermissions(path: string): Promise<void> {
  await buildAsReleased();
  const { context, close } = await openBrowser({ extension: releasedBuild });
  try {
    const page = await context.newPage();
    await page.setViewportSize({ width: 1_000, height: 700 });
    await page.goto(`chrome://extensions/?id=${extensionId}`);
    await page.getByText('https://api.apne2.pure.cloud/*').waitFor();
    await page.screenshot({ path, animations: 'disabled' });
  } finally {
    await close();
  }
}

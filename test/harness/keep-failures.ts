import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext } from 'playwright';
import { afterEach, beforeEach } from 'vitest';
import { openContexts } from './open-contexts.ts';

// Keeps what a browser showed when a test failed: a picture of each page, and, where KICKOFF_TRACES is
// set, a trace that `npx playwright show-trace` opens. A trace costs time, so only CI takes them.

const folder = fileURLToPath(new URL('../../.build/failures/', import.meta.url));
const isTraced = Boolean(process.env.KICKOFF_TRACES);
const traced = new WeakSet<BrowserContext>();

beforeEach(async () => {
  if (!isTraced) return;
  for (const { tracing } of [...openContexts].filter((context) => !traced.has(context))) {
    await tracing.start({ screenshots: true, snapshots: true }).catch(() => {});
  }
  for (const context of openContexts) {
    traced.add(context);
    await context.tracing.startChunk().catch(() => {});
  }
});

afterEach(async ({ task }) => {
  const hasFailed = task.result?.state === 'fail';
  const name = `${task.file.name} ${task.name}`.replaceAll(/[^\w-]+/g, '-').slice(0, 150);
  if (hasFailed) mkdirSync(folder, { recursive: true });
  for (const [number, context] of [...openContexts].entries()) {
    if (hasFailed) await picturesOf(context, `${folder}${name}-${number}`);
    if (!traced.has(context)) continue;
    const kept = hasFailed ? { path: `${folder}${name}-${number}.zip` } : {};
    await context.tracing.stopChunk(kept).catch(() => {});
  }
});

/** A page that is closed meanwhile, or a browser that is gone, has nothing to show. */
async function picturesOf(context: BrowserContext, path: string): Promise<void> {
  for (const [number, page] of context.pages().entries()) {
    await page.screenshot({ path: `${path}-${number}.png`, timeout: 5_000 }).catch(() => {});
  }
}

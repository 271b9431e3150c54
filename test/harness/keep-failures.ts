import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright';
import { afterEach, beforeEach, type TestContext } from 'vitest';
import { beforeClosing, openContexts } from './open-contexts.ts';

// Keeps what a browser showed when a test failed: a picture of each page, and, where KICKOFF_TRACES is
// set, a trace that `npx playwright show-trace` opens. A trace costs time, so only CI takes them.

const folder = fileURLToPath(new URL('../../.build/failures/', import.meta.url));
const isTraced = Boolean(process.env.KICKOFF_TRACES);
const traced = new WeakSet<BrowserContext>();
let pictured = new WeakSet<Page>();

beforeEach(async ({ task }) => {
  pictured = new WeakSet();
  // The hooks of a test file run before those here, and close its pages.
  beforeClosing.run = async () => {
    if (hasFailed(task)) await forEachContext(task, picturesOf);
  };
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
  await beforeClosing.run();
  await forEachContext(task, async (context, path) => {
    if (!traced.has(context)) return;
    await context.tracing.stopChunk(hasFailed(task) ? { path: `${path}.zip` } : {}).catch(() => {});
  });
});

type Task = Readonly<Pick<TestContext['task'], 'file' | 'name' | 'result'>>;

function hasFailed({ result }: Task): boolean {
  return result?.state === 'fail';
}

/** Hands each browser that is open a path without its ending, for what is kept of it. */
async function forEachContext(
  { file, name }: Task,
  keep: (context: BrowserContext, path: string) => Promise<void>,
): Promise<void> {
  const plain = `${file.name} ${name}`.replaceAll(/[^\w-]+/g, '-').slice(0, 150);
  mkdirSync(folder, { recursive: true });
  for (const [number, context] of [...openContexts].entries()) {
    await keep(context, `${folder}${plain}-${number}`);
  }
}

/** Keeps a picture of each page, once. One that is closed meanwhile, or in a browser that is gone, has none. */
async function picturesOf(context: BrowserContext, path: string): Promise<void> {
  for (const [number, page] of context.pages().entries()) {
    if (pictured.has(page)) continue;
    pictured.add(page);
    await page.screenshot({ path: `${path}-${number}.png`, timeout: 5_000 }).catch(() => {});
  }
}

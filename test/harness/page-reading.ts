import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page, Route } from 'playwright';
import { build } from 'vite';
import type { Candidate } from '../../src/core/page/candidate.ts';
import type { LauncherPage } from '../../src/core/view/launcher.ts';
import { openBrowser } from './browser.ts';
import { readingBuild } from './build.ts';

/** A page as it is to be read. */
export interface PageToRead {
  id: string | number;
  body: Buffer;
  charset: string | undefined;
  url: string;
  /** ISO 3166: the country in the settings. */
  country: string;
  /** BCP 47, for a page that says none. */
  language: string;
  /** Forms of numbers that only the firm's switchboard knows, as in the settings. */
  inHouseNumbers: readonly string[];
}

type Shown = Pick<Candidate, 'value' | 'certainty' | 'probability' | 'source'>;

/** How a page was read. */
export interface PageAnswer {
  id: string | number;
  fields: Record<string, Shown & { filled: boolean; others: Shown[] }>;
  complete: boolean;
  unread: readonly string[];
  error?: string;
}

export interface PageReading {
  read(page: PageToRead): Promise<PageAnswer>;
  close(): Promise<void>;
}

/** Longer than a page without a network takes to load. */
const longestLoad = 5_000;

/** Opens a browser with the extension, built so that it may read every page. The caller closes it. */
export async function openPageReading(): Promise<PageReading> {
  await buildIfOld();
  const browser = await openBrowser({ extension: readingBuild });
  const reader = await browser.context.newPage();
  await reader.goto(`chrome-extension://${browser.extensionId}/test/reading/index.html`);
  await reader.waitForFunction('globalThis.readTab !== undefined');
  return {
    read: async (page) => {
      try {
        return await readOne(page, reader);
      } catch (error) {
        return unreadable(page.id, error instanceof Error ? error.message : String(error));
      }
    },
    close: () => browser.close(),
  };
}

async function readOne(asked: PageToRead, reader: Page): Promise<PageAnswer> {
  const { country: defaultCountry, inHouseNumbers } = asked;
  const settings = { version: 1, defaultCountry, inHouseNumbers };
  await reader.evaluate(
    (value) => chrome.storage.local.set({ settings: value, disclosure: true }),
    settings,
  );
  const before = await tabIds(reader);
  const page = await reader.context().newPage();
  try {
    const [tabId] = (await tabIds(reader)).filter((id) => !before.includes(id));
    page.on('dialog', (dialog) => void dialog.dismiss().catch(() => undefined));
    await page.route('**/*', serving(asked, page));
    // A page that never ends to load is read as it is.
    await page.goto(asked.url, { timeout: longestLoad }).catch(() => undefined);
    if (asked.language) {
      await page.evaluate((language) => {
        document.documentElement.lang ||= language;
      }, asked.language);
    }
    const known = (await reader.evaluate(
      (id) => (globalThis as unknown as { readTab(id: number): unknown }).readTab(id),
      tabId ?? -1,
    )) as LauncherPage;
    return answerOf(asked.id, known);
  } finally {
    await page.close();
  }
}

/** The page itself, once; whatever else it wants is not there. */
function serving({ body, charset }: PageToRead, page: Page): (route: Route) => Promise<void> {
  let isServed = false;
  const contentType = charset ? `text/html; charset=${charset}` : 'text/html';
  return async (route) => {
    const request = route.request();
    const isPage = request.isNavigationRequest() && request.frame() === page.mainFrame();
    if (isServed || !isPage) return route.abort();
    isServed = true;
    return route.fulfill({ body, contentType });
  };
}

function answerOf(id: PageToRead['id'], page: LauncherPage): PageAnswer {
  if (page.state !== 'read')
    return unreadable(id, page.state === 'unreadable' ? page.failure.code : page.state);
  const { fields, complete, unread } = page.context;
  const named = Object.entries(fields).map(([name, { best, others, filled }]) => {
    return [name, { ...shown(best), filled, others: others.map(shown) }] as const;
  });
  return { id, fields: Object.fromEntries(named), complete, unread };
}

function shown({ value, certainty, probability, source }: Candidate): Shown {
  return { value, certainty, probability: Math.round(probability * 1000) / 1000, source };
}

function unreadable(id: PageToRead['id'], error: string): PageAnswer {
  return { id, fields: {}, complete: false, unread: [], error };
}

function tabIds(reader: Page): Promise<number[]> {
  return reader.evaluate(async () => (await chrome.tabs.query({})).flatMap(({ id }) => id ?? []));
}

/** Builds the extension for reading, unless nothing that it is made of has changed since. */
async function buildIfOld(): Promise<void> {
  const built = `${readingBuild}manifest.json`;
  const root = new URL('../../', import.meta.url);
  const parts = [
    'src',
    'public',
    'test/reading',
    'scripts',
    'manifest.config.ts',
    'vite.config.ts',
  ];
  const newest = Math.max(...parts.map((part) => newestIn(fileURLToPath(new URL(part, root)))));
  if (existsSync(built) && statSync(built).mtimeMs > newest) return;
  process.env.NODE_ENV = 'production';
  await build({
    root: fileURLToPath(root),
    mode: 'reading',
    logLevel: 'error',
    build: { outDir: readingBuild, emptyOutDir: true },
  });
}

function newestIn(path: string): number {
  const times = [statSync(path).mtimeMs];
  if (statSync(path).isDirectory()) {
    for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' }))
      times.push(statSync(`${path}/${name}`).mtimeMs);
  }
  return Math.max(...times);
}

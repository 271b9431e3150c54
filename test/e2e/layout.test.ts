import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStage, type Stage } from './stage.ts';
import { arrange, type State, settle, states } from './states.ts';

const accented: Record<string, string> = { a: 'å', e: 'ę', i: 'ï', o: 'ö', u: 'ŭ' };
const locales = new URL('../../public/_locales/', import.meta.url);
const catalogues = Object.fromEntries(
  ['pseudo', ...readdirSync(locales)].map((locale) => [locale, wordsOf(locale)]),
);

/** How long a page takes to be read, in milliseconds: the form is painted before. */
const slowly = 400;

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

describe('nothing moves between the first paint and the last', () => {
  // Why a launch failed is found out, and grows, before the eyes of whoever looks at its result.
  const still = states.filter(({ act, launch }) => act === undefined && launch === undefined);
  test.each(still)('$name', async (state) => {
    const { view, close } = await open(state, observeShifts, slowly);
    await settle(view, state);
    await view.waitForTimeout(2 * slowly);
    const shifts = await view.evaluate(() => (window as unknown as { shifts: unknown[] }).shifts);
    await close();
    expect(shifts).toEqual([]);
  });
});

test.each(states.filter(({ act }) => act === undefined))(
  'in $name, nothing is cut or sticks out, in no language and at no width',
  async (state) => {
    const { view, close } = await open(state, speak, catalogues);
    const found: string[] = [];
    for (const locale of Object.keys(catalogues)) {
      await view.evaluate((locale) => {
        window.name = locale;
      }, locale);
      await view.reload();
      await view.locator('main').waitFor();
      await view.waitForTimeout(150);
      for (const width of [400, 320]) {
        await view.setViewportSize({ width, height: 600 });
        await view.evaluate((width) => {
          document.body.style.width = `${width}px`;
        }, width);
        const cut = await view.evaluate(whatIsCut);
        found.push(...cut.map((each) => `${locale}, ${width} px: ${each}`));
      }
    }
    await close();
    expect(found).toEqual([]);
  },
);

test('zoomed to 200 %, a window of 1280 px shows the options without scrolling sideways', async () => {
  const options = await stage.browser.options();
  await options.setViewportSize({ width: 640, height: 400 });
  await options.getByRole('heading', { level: 2 }).first().waitFor();
  expect(await options.evaluate(whatIsCut)).toEqual([]);
  await options.close();
});

test.each(states.filter(({ act }) => act === undefined))(
  'every target of $name is 24 px or more, or has that much room',
  async (state) => {
    const { view, close } = await open(state);
    await settle(view, state);
    const small = await view.evaluate(() =>
      [...document.querySelectorAll('button, input, select, textarea, a.link-button')].flatMap(
        (target) => {
          const { width, height } = target.getBoundingClientRect();
          return width > 0 && Math.min(width, height) < 24 ? [target.outerHTML] : [];
        },
      ),
    );
    await close();
    expect(small).toEqual([]);
  },
);

interface OpenView {
  view: Page;
  close(): Promise<void>;
}

/** Opens the popup in a state, with something done in its page before its own scripts run. */
async function open(state: State): Promise<OpenView>;
async function open<Argument>(
  state: State,
  before: (argument: Argument) => void,
  argument?: Argument,
): Promise<OpenView>;
async function open(
  state: State,
  before?: (argument: unknown) => void,
  argument?: unknown,
): Promise<OpenView> {
  const { browser, sandbox } = stage;
  const address = new URL(state.path ?? 'contacts/1', sandbox.crmUrl).href;
  const { page, tabId } = await browser.visit(address);
  await arrange(stage, state, tabId);
  const view = await browser.context.newPage();
  await view.setViewportSize({ width: 400, height: 600 });
  if (before) await view.addInitScript(before, argument);
  await view.goto(`chrome-extension://${browser.extensionId}/src/popup/index.html?tab=${tabId}`);
  const close = async () => {
    await view.close();
    await page.close();
  };
  return { view, close };
}

/** Runs in the page: reads slowly, and keeps what the browser tells of anything that moved. */
function observeShifts(slowly: number): void {
  const { executeScript } = chrome.scripting;
  chrome.scripting.executeScript = (async (...what: Parameters<typeof executeScript>) => {
    await new Promise((resolve) => setTimeout(resolve, slowly));
    return executeScript(...what);
  }) as unknown as typeof executeScript;
  const shifts: unknown[] = [];
  Object.assign(window, { shifts });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node?: Element }[];
    })[]) {
      // What is gone by now, as a notice of something under way, is nothing to point at.
      const moved = entry.sources.flatMap(({ node }) =>
        node?.isConnected ? [(node.outerHTML ?? node.textContent)?.slice(0, 120)] : [],
      );
      if (moved.length === 0) continue;
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: has our words come from the catalogue that the window is named after. */
function speak(catalogues: Record<string, Record<string, string>>): void {
  const words = catalogues[window.name];
  if (words === undefined) return;
  chrome.i18n.getMessage = ((key: string) => words[key] ?? '') as typeof chrome.i18n.getMessage;
}

function wordsOf(locale: string): Record<string, string> {
  const folder = locale === 'pseudo' ? 'en' : locale;
  const catalogue: Record<string, { message: string }> = JSON.parse(
    readFileSync(new URL(`${folder}/messages.json`, locales), 'utf8'),
  );
  const said = locale === 'pseudo' ? pseudo : (message: string) => message;
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, { message }]) => [key, said(message)]),
  );
}

/** Half as long again, as German is, with marks above and below the letters. */
function pseudo(message: string): string {
  const longer = message.replace(/\{\w+\}|[aeiou]/g, (part) =>
    part.startsWith('{') ? part : `${part}${accented[part]}`,
  );
  return `[${longer}]`;
}

/**
 * Runs in the page: elements whose content is wider than they are, and those that stick out of the
 * window. What scrolls by itself, and what may end in dots with the whole in its title, is not cut.
 */
function whatIsCut(): string[] {
  const mayBe = '.launcher-place, .chip > span, .picker-about, .output-wide, .fact-code, .for-ears';
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    if (element.closest(mayBe) || element.closest('svg, select, dialog:not([open])')) return [];
    const { right, width } = element.getBoundingClientRect();
    const isInput = element.matches('input, textarea');
    const isCut = !isInput && element.scrollWidth > element.clientWidth + 1;
    const isBlock = getComputedStyle(element).display !== 'inline';
    const sticksOut = width > 0 && right > innerWidth + 1;
    if (!(isCut && isBlock) && !sticksOut) return [];
    const what = `${element.tagName.toLowerCase()}.${element.className}`;
    return [`${what} “${(element.textContent ?? '').slice(0, 60)}”`];
  });
}

import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { arrange, settle } from '../harness/arrange.ts';
import { speak, wideCatalogues } from '../harness/languages.ts';
import { openStage, type Stage } from '../harness/stage.ts';
import { type State, states } from '../harness/states.ts';

/** How long a page takes to be read, in milliseconds: the form is painted before. */
const slowly = 400;

/** All that can be clicked, except for links in running text. */
const clickable =
  'button, input, select, textarea, summary, label:has(input), a[href]:not(p a), [role="option"], [role^="menuitem"], [role="tab"], [tabindex="0"]';

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

test('the buttons of a result stay where they are when it is found out why it was refused', async () => {
  const refused = states.filter(({ name }) => name === 'refused' || name === 'failed');
  expect(refused).toHaveLength(2);
  for (const state of refused) {
    const { view, close } = await open(state, gatherWhenTold);
    await settle(view, state);
    const places = async () =>
      Promise.all(
        ['New launch', 'Launch again', 'Copy as cURL', 'Open in Architect'].map((name) =>
          view.getByText(name, { exact: true }).boundingBox(),
        ),
      );
    await view.getByText('Finding out why').waitFor();
    const before = await places();
    await view.evaluate(() => dispatchEvent(new Event('gather')));
    await view.getByText('Finding out why').waitFor({ state: 'hidden' });
    expect(await places(), state.name).toEqual(before);
    await close();
  }
});

test.each(states.filter(({ act }) => act === undefined))(
  'in $name, every target has room, and nothing is cut or sticks out at any width, whatever the language',
  async (state) => {
    const { view, close } = await open(state, speak, wideCatalogues);
    await settle(view, state);
    const small = await view.evaluate(smallTargets, clickable);
    const broken = await view.evaluate(brokenWords);
    await view.setViewportSize({ width: 320, height: 600 });
    broken.push(...(await view.evaluate(brokenWords)));
    await view.setViewportSize({ width: 400, height: 600 });
    const found: string[] = [];
    for (const locale of Object.keys(wideCatalogues)) {
      await view.evaluate((locale) => {
        window.name = locale;
      }, locale);
      await view.reload();
      await view.locator('main').waitFor();
      await view.evaluate(untilStill);
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
    expect(small).toEqual([]);
    expect(broken).toEqual([]);
    expect(found).toEqual([]);
  },
);

test('in a language from right to left, the page and what stands in it are mirrored', async () => {
  const state = states.find(({ name }) => name === 'form');
  if (state === undefined) throw new Error('There is no state form');
  const { view, close } = await open(state, speak, wideCatalogues);
  await view.evaluate(() => {
    window.name = 'mirrored';
  });
  await view.reload();
  await settle(view, state).catch(() => {});
  await view.evaluate(untilStill);
  expect(await view.evaluate(() => document.documentElement.dir)).toBe('rtl');
  const places = await view.evaluate(() => {
    const left = (selector: string) =>
      document.querySelector(selector)?.getBoundingClientRect().left ?? Number.NaN;
    return { title: left('h1'), tools: left('header .icon-button:last-of-type') };
  });
  expect(places.title).toBeGreaterThan(places.tools);
  // A number is written from left to right in every language: its + stays before it.
  const number = view.getByLabel('Customer number').first();
  const direction = await number.evaluate((input) => getComputedStyle(input).unicodeBidi);
  expect(direction).toBe('plaintext');
  await close();
});

describe('zoomed to 200 %, nothing is cut and nothing scrolls sideways', () => {
  test('in the options, in a window of 1280 px', async () => {
    const options = await stage.browser.options();
    await options.setViewportSize({ width: 640, height: 400 });
    await options.getByRole('heading', { level: 2 }).first().waitFor();
    expect(await options.evaluate(whatIsCut)).toEqual([]);
    await options.close();
  });

  test.each([
    ['150 %', 533, 400],
    ['250 %', 320, 240],
  ])('Launch is on screen at %s of the popup', async (_, width, height) => {
    const form = states.find(({ name }) => name === 'form-of-every-kind');
    if (form === undefined) throw new Error('There is no such state');
    const { view, close } = await open(form);
    await view.setViewportSize({ width, height });
    await settle(view, form);
    const box = await view.getByRole('button', { name: 'Launch', exact: true }).boundingBox();
    expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect((box?.x ?? width) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
    await close();
  });

  // Chrome makes a popup no larger than 800 × 600 px: half of that in pixels of its own.
  const shown = ['form', 'form-of-every-kind', 'completed-with-much', 'refused', 'not-set-up'];
  test.each(states.filter(({ name }) => shown.includes(name)))(
    'in the popup, of which all can be reached, and in a side panel of 640 px, in $name',
    async (state) => {
      const { view, page, close } = await open(state);
      await view.setViewportSize({ width: 400, height: 300 });
      await settle(view, state);
      expect(await view.evaluate(whatIsCut)).toEqual([]);
      const end = view.locator('.launcher').getByRole('button').last();
      // A form that is still being drawn gets another last button.
      const bottom = async () => {
        await end.focus();
        const box = await end.boundingBox();
        return (box?.y ?? 300) + (box?.height ?? 0);
      };
      await expect.poll(bottom).toBeLessThanOrEqual(300);

      const panel = await stage.browser.panel();
      await panel.setViewportSize({ width: 320, height: 400 });
      await page.bringToFront();
      await settle(panel, state);
      expect(await panel.evaluate(whatIsCut)).toEqual([]);
      await panel.close();
      await close();
    },
  );
});

interface OpenView {
  view: Page;
  /** The page that it belongs to. */
  page: Page;
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
  return { view, page, close };
}

/** Runs in the page: waits until nothing in it has changed for a tenth of a second. */
function untilStill(): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => wait());
    let timer = 0;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        observer.disconnect();
        resolve();
      }, 100) as unknown as number;
    };
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    wait();
  });
}

/** Runs in the page: what can be clicked and is less than 24 px wide or high. */
function smallTargets(clickable: string): string[] {
  return [...document.querySelectorAll(clickable)].flatMap((target) => {
    const { width, height } = target.getBoundingClientRect();
    return width > 0 && Math.min(width, height) < 24 ? [target.outerHTML] : [];
  });
}

/**
 * Runs in the page: words that stand on two lines. A name in camel case is several; what is longer than
 * any word of a language may break.
 */
function brokenWords(): string[] {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const broken: string[] = [];
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    // An address has no words.
    if (!node.parentElement?.checkVisibility() || node.textContent?.includes('://')) continue;
    for (const { 0: word, index } of (node.textContent ?? '').matchAll(
      /\p{Lu}*\p{Ll}+|\p{Lu}+/gu,
    )) {
      if (word.length > 20) continue;
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) broken.push(`${word} in “${(node.textContent ?? '').slice(0, 60)}”`);
    }
  }
  return broken;
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
      sources: { node?: Element; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      const at = ({ x, y, width, height }: DOMRect) => `${x}, ${y}, ${width} × ${height}`;
      // What is gone by now, as a notice of something under way, is nothing to point at.
      const moved = entry.sources.flatMap(({ node, previousRect, currentRect }) => {
        if (!node?.isConnected) return [];
        const what = (node.outerHTML ?? node.textContent)?.slice(0, 120);
        return [`${what}: from ${at(previousRect)} to ${at(currentRect)}`];
      });
      if (moved.length === 0) continue;
      shifts.push({ value: entry.value, moved });
    }
  }).observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: what explains a launch comes late. */
function gatherWhenTold(): void {
  const { sendMessage } = chrome.runtime;
  chrome.runtime.sendMessage = (async (message: { ask?: string }) => {
    if (message.ask === 'gatherEvidence') {
      await new Promise((resolve) => addEventListener('gather', resolve, { once: true }));
    }
    return sendMessage(message);
  }) as typeof sendMessage;
}

/**
 * Runs in the page: elements whose content is wider than they are, and those that stick out of the
 * window. What scrolls by itself, and what may end in dots with the whole in its title, is not cut.
 */
function whatIsCut(): string[] {
  const isMirrored = document.documentElement.dir === 'rtl';
  const mayBe = '.launcher-place, .chip > span, .picker-about, .output-wide, .fact-code, .for-ears';
  return [...document.querySelectorAll<HTMLElement>('body *')].flatMap((element) => {
    if (element.closest(mayBe) || element.closest('svg, select, dialog:not([open])')) return [];
    const { left, right, width } = element.getBoundingClientRect();
    const isInput = element.matches('input, textarea');
    const isCut = !isInput && element.scrollWidth > element.clientWidth + 1;
    const isBlock = getComputedStyle(element).display !== 'inline';
    const sticksOut = width > 0 && (right > innerWidth + 1 || (isMirrored && left < -1));
    if (!(isCut && isBlock) && !sticksOut) return [];
    const what = `${element.tagName.toLowerCase()}.${element.className}`;
    return [`${what} “${(element.textContent ?? '').slice(0, 60)}”`];
  });
}

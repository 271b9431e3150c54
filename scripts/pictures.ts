// `npm run pictures`: every state in light and dark, and the pictures of README and the store, from
// the real extension beside the sandbox. Names given limit it to these: `npm run pictures -- form keys`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { openLocked } from '../test/harness/arrange.ts';
import { buildForSandbox } from '../test/harness/build.ts';
import { catalogues, speak } from '../test/harness/languages.ts';
import { untilStill } from '../test/harness/layout.ts';
import { openStage } from '../test/harness/stage.ts';
import { states } from '../test/harness/states.ts';
import {
  asHighAsItsContent,
  inState,
  openEverydayOptions,
  pageShot,
  shot,
} from './picture-views.ts';
import { picturesForStore } from './store-pictures.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const pageSize = { width: 1280, height: 800 };
const panelSizes = { narrow: { width: 320, height: 800 }, wide: { width: 640, height: 800 } };
const schemes = ['light', 'dark'] as const;

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.includes(name);

for (const name of ['', 'states', 'panel', 'options', 'languages', 'forced-colors', 'store']) {
  mkdirSync(`${folder}${name}`, { recursive: true });
}
await buildForSandbox();
// A browser of its own, which closes with the stage: the one that tests share would keep the script from ending.
const stage = await openStage({}, {});
try {
  for (const { name } of states.filter(({ name }) => isWanted(name))) await picturesOf(name);
  if (isWanted('panel')) await picturesOfPanel();
  if (isWanted('options')) await picturesOfOptions();
  if (isWanted('languages')) await picturesOfLanguages();
  if (isWanted('forced-colors')) await picturesOfForcedColors();
  if (isWanted('popup-on-page')) await pictureForReadme();
  if (isWanted('store')) await picturesForStore(stage, `${folder}store/`);
} finally {
  await stage.close();
}

/** A state of the popup, light and dark. */
async function picturesOf(name: string): Promise<void> {
  await inState(stage, name, 'popup', (popup) => inBothSchemes(popup, `states/${name}`));
}

/** The side panel, as narrow as it gets and as wide as half a screen. */
async function picturesOfPanel(): Promise<void> {
  for (const name of ['form', 'completed-with-much', 'history', 'refused']) {
    for (const [width, size] of Object.entries(panelSizes)) {
      await inState(stage, name, 'panel', async (panel) => {
        await panel.setViewportSize(size);
        await inBothSchemes(panel, `panel/${name}-${width}`);
      });
    }
  }
}

async function picturesOfOptions(): Promise<void> {
  const options = await openEverydayOptions(stage);
  const locked = await openLocked(stage);
  for (const [page, name] of [
    [options, 'options'],
    [locked, 'locked'],
  ] as const) {
    await page.setViewportSize(pageSize);
    await inBothSchemes(page, `options/${name}`);
    await page.close();
  }
}

/** In the longest language, in another script, and in one longer than all of them. */
async function picturesOfLanguages(): Promise<void> {
  for (const name of ['form', 'refused', 'not-set-up']) {
    for (const language of ['de', 'ja', 'pseudo', 'mirrored']) {
      await inState(stage, name, 'popup', async (popup) => {
        await popup.addInitScript(speak, catalogues);
        await popup.evaluate((language) => {
          window.name = language;
        }, language);
        await popup.reload();
        await popup.locator('main').waitFor();
        await popup.evaluate(untilStill);
        await asHighAsItsContent(popup);
        await picture(popup, `languages/${name}-${language}`);
      });
    }
  }
}

async function picturesOfForcedColors(): Promise<void> {
  for (const name of ['form', 'flows', 'refused', 'completed-with-some', 'history']) {
    await inState(stage, name, 'popup', async (popup) => {
      await popup.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
      await picture(popup, `forced-colors/${name}`);
    });
  }
}

/** The popup with its form and with a result, over the page that it was opened on. */
async function pictureForReadme(): Promise<void> {
  const ground = await pageShot(stage, pageSize);
  const popups = [await popupShot('form'), await popupShot('completed-with-some')];
  await drawn(
    'popup-on-page',
    `<style>
      body { margin: 0; background: url(${ground}) top left / 1280px no-repeat; height: 800px }
      div { display: flex; align-items: flex-start; gap: 24px; position: absolute; top: 16px; right: 24px }
      img { display: block; border-radius: 10px; box-shadow: 0 12px 40px #0006 }
    </style>
    <div>${popups.map((popup) => `<img src="${popup}">`).join('')}</div>`,
  );
}

function popupShot(name: string): Promise<string> {
  return inState(stage, name, 'popup', shot);
}

async function inBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `${name}-${colorScheme}`);
  }
}

/** A picture of a page of HTML. */
async function drawn(name: string, html: string): Promise<void> {
  const page = await stage.browser.context.newPage();
  await page.setViewportSize(pageSize);
  await page.setContent(html);
  await picture(page, name);
  await page.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

// `npm run pictures`: every state in light and dark, and the pictures of README and the store, from
// the real extension beside the sandbox. Names given limit it to these: `npm run pictures -- form keys`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { openLocked } from '../test/harness/arrange.ts';
import { sandboxBuild } from '../test/harness/build.ts';
import { catalogues, speak } from '../test/harness/languages.ts';
import { openStage } from '../test/harness/stage.ts';
import { states } from '../test/harness/states.ts';
import { type StorePicture, storeFrame, storeSizes, storeTile } from './picture-frames.ts';
import {
  asHighAsItsContent,
  inState,
  openEverydayOptions,
  shot,
  stateNamed,
  visit,
} from './picture-views.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const pageSize = { width: 1280, height: 800 };
const panelSizes = { narrow: { width: 320, height: 800 }, wide: { width: 640, height: 800 } };
const schemes = ['light', 'dark'] as const;

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.includes(name);

for (const name of ['', 'states', 'panel', 'options', 'languages', 'forced-colors', 'store']) {
  mkdirSync(`${folder}${name}`, { recursive: true });
}
await build({
  mode: 'sandbox',
  logLevel: 'warn',
  build: { outDir: sandboxBuild, emptyOutDir: true },
});
const stage = await openStage();
try {
  for (const { name } of states.filter(({ name }) => isWanted(name))) await picturesOf(name);
  if (isWanted('panel')) await picturesOfPanel();
  if (isWanted('options')) await picturesOfOptions();
  if (isWanted('languages')) await picturesOfLanguages();
  if (isWanted('forced-colors')) await picturesOfForcedColors();
  if (isWanted('popup-on-page')) await pictureForReadme();
  if (isWanted('store')) await picturesForStore();
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
        await popup.waitForTimeout(1_500);
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
  const ground = await pageShot(pageSize);
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

/** What the store shows: https://developer.chrome.com/docs/webstore/images#screenshots */
async function picturesForStore(): Promise<void> {
  const address = 'https://crm.example.com/contacts/1';
  const beside = { address, page: await pageShot(storeSizes.page) };
  const below = { address, page: await pageShot(storeSizes.window) };
  const panelShot = (name: string) =>
    inState(stage, name, 'panel', async (panel) => {
      await panel.setViewportSize(storeSizes.panel);
      return shot(panel);
    });
  const options = await openEverydayOptions(stage);
  await options.setViewportSize(storeSizes.window);
  const setUp = await shot(options);
  await options.close();
  const pictures: StorePicture[] = [
    {
      headline: 'Launch a workflow from any page',
      ...below,
      popup: await popupShot('form'),
    },
    {
      headline: 'See what became of it',
      ...below,
      popup: await popupShot('completed-with-some'),
    },
    {
      headline: 'When it is refused, know why',
      ...below,
      popup: await popupShot('refused-explained'),
    },
    {
      headline: 'Every launch, in a panel beside your work',
      ...beside,
      panel: await panelShot('history'),
    },
    {
      headline: 'Set up once, for one person or for thousands',
      address: 'Kickoff for Genesys Cloud',
      page: setUp,
    },
  ];
  for (const [place, each] of pictures.entries()) {
    await drawn(`store/${place + 1}`, storeFrame(each));
  }
  await drawn('store/tile', storeTile(), storeSizes.tile);
}

function popupShot(name: string): Promise<string> {
  return inState(stage, name, 'popup', shot);
}

async function pageShot(size: { width: number; height: number }): Promise<string> {
  const { page } = await visit(stage, stateNamed('form'));
  await page.setViewportSize(size);
  const taken = await shot(page);
  await page.close();
  return taken;
}

async function inBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `${name}-${colorScheme}`);
  }
}

/** A picture of a page of HTML. */
async function drawn(name: string, html: string, size = pageSize): Promise<void> {
  const page = await stage.browser.context.newPage();
  await page.setViewportSize(size);
  await page.setContent(html);
  await picture(page, name);
  await page.close();
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

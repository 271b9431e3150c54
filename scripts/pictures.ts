// `npm run pictures`: every state in light and dark, and the pictures of README and guides, from the
// real extension beside the sandbox. Names given limit it to these: `npm run pictures -- form keys`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';
import { sandboxBuild } from '../test/e2e/build.ts';
import { openStage, type Stage } from '../test/e2e/stage.ts';
import { arrange, type State, settle, states } from '../test/e2e/states.ts';

const folder = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const popupSize = { width: 400, height: 600 };
const pageSize = { width: 1280, height: 800 };
const schemes = ['light', 'dark'] as const;

const names = process.argv.slice(2);
const isWanted = (name: string) => names.length === 0 || names.includes(name);

for (const name of ['', 'states', 'options']) mkdirSync(`${folder}${name}`, { recursive: true });
await build({
  mode: 'sandbox',
  logLevel: 'warn',
  build: { outDir: sandboxBuild, emptyOutDir: true },
});
const stage = await openStage();
try {
  for (const state of states.filter(({ name }) => isWanted(name))) await picturesOf(stage, state);
  if (isWanted('options')) await picturesOfOptions(stage);
  if (isWanted('popup-on-page')) await pictureForReadme(stage);
} finally {
  await stage.close();
}

/** A state of the popup, and of the side panel, light and dark. */
async function picturesOf(stage: Stage, state: State): Promise<void> {
  const { page, tabId } = await visit(stage, state);
  await arrange(stage, state, tabId);
  const popup = await stage.browser.popup(tabId);
  await popup.setViewportSize(popupSize);
  await settle(popup, state);
  await asHighAsItsContent(popup);
  await inBothSchemes(popup, `states/${state.name}`);
  await popup.close();
  await page.close();
}

/** As Chrome does it with the real popup. */
async function asHighAsItsContent(popup: Page): Promise<void> {
  const height = await popup.evaluate(() => {
    const dialog = document.querySelector('dialog[open]')?.getBoundingClientRect().height ?? 0;
    return Math.ceil(Math.max(document.body.scrollHeight, dialog + 32));
  });
  await popup.setViewportSize({ ...popupSize, height: Math.min(height, popupSize.height) });
}

async function picturesOfOptions(stage: Stage): Promise<void> {
  const options = await stage.browser.options();
  await options.setViewportSize(pageSize);
  await options.getByRole('heading').first().waitFor();
  await inBothSchemes(options, 'options/options');
  await options.close();
}

/** The popup and the side panel over the page they were opened on. */
async function pictureForReadme(stage: Stage): Promise<void> {
  const form = stateNamed('form');
  const result = stateNamed('completed-with-some');
  const { page, tabId } = await visit(stage, form);
  await page.setViewportSize(pageSize);
  const shots: string[] = [await shot(page)];
  for (const state of [form, result]) {
    await arrange(stage, state, tabId);
    const popup = await stage.browser.popup(tabId);
    await popup.setViewportSize(popupSize);
    await settle(popup, state);
    shots.push(await shot(popup));
    await popup.close();
  }
  const [ground, ...popups] = shots;
  const drawn = await page.context().newPage();
  await drawn.setViewportSize(pageSize);
  await drawn.setContent(`
    <style>
      body { margin: 0; background: url(${ground}) top left / 1280px no-repeat; height: 800px }
      div { display: flex; gap: 24px; position: absolute; top: 16px; right: 24px }
      img { width: 400px; height: 600px; border-radius: 10px; box-shadow: 0 12px 40px #0006 }
    </style>
    <div>${popups.map((popup) => `<img src="${popup}">`).join('')}</div>`);
  await picture(drawn, 'popup-on-page');
  await drawn.close();
  await page.close();
}

function stateNamed(name: string): State {
  const found = states.find((state) => state.name === name);
  if (found === undefined) throw new Error(`There is no state ${name}`);
  return found;
}

async function visit({ browser, sandbox }: Stage, { path = 'contacts/1' }: State) {
  return browser.visit(new URL(path, sandbox.crmUrl).href);
}

async function inBothSchemes(page: Page, name: string): Promise<void> {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await picture(page, `${name}-${colorScheme}`);
  }
}

async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' });
}

async function shot(page: Page): Promise<string> {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  return `data:image/png;base64,${png.toString('base64')}`;
}

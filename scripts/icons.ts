// `npm run icons`: draws every size and state of the icon into public/icons. `pngquant` has to be installed
// (https://pngquant.org): as the browser writes them, the icons weigh a quarter more.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { findBrowser } from './browser.mjs';
import { iconStates, iconSvg } from './icon-drawings.ts';

const folder = fileURLToPath(new URL('../public/icons/', import.meta.url));
const toolbarSizes = [16, 24, 32];
const allSizes = [...toolbarSizes, 48, 128];

const executablePath = await findBrowser();
const drawn: string[] = [];
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();
for (const state of iconStates) {
  for (const size of state === 'plain' ? allSizes : toolbarSizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block}</style>${iconSvg(state, size)}`);
    const name = state === 'plain' ? `${size}` : `${state}-${size}`;
    const path = `${folder}${name}.png`;
    await page.screenshot({ path, omitBackground: true });
    drawn.push(path);
  }
}
await browser.close();
for (const path of drawn) {
  const options = ['--quality=90-100', '--speed=1', '--strip', '--force', '--skip-if-larger'];
  const { status, error } = spawnSync('pngquant', [...options, '--ext=.png', path]);
  // 98 says that the file would have become larger, and was left.
  if (status !== 0 && status !== 98) throw error ?? new Error(`pngquant ended with ${status}`);
}

// What a fresh clone needs before anything runs: the packages of the lockfile and a browser.
// Plain JavaScript, because it runs before there are packages. Nothing is done twice.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.cache/kickoff/packages`;

installPackages();
await installBrowser();
if (process.argv.includes('--display')) installDisplay();

function installPackages() {
  const wanted = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages …');
  const npm = spawnSync('npm ci --ignore-scripts --no-audit --no-fund', {
    cwd: root,
    shell: true,
    stdio: 'inherit',
  });
  if (npm.status !== 0) process.exit(npm.status ?? 1);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/**
 * A browser that loads unpacked extensions: what is there, else Playwright's own, else Debian's.
 * Branded Chrome is not taken, because since version 137 it ignores `--load-extension`.
 */
async function installBrowser() {
  if (await findBrowser()) return;
  console.log('Installing a browser …');
  const playwright = `${root}node_modules/playwright/cli.js`;
  spawnSync(process.execPath, [playwright, 'install', 'chromium'], { stdio: 'inherit' });
  if (await findBrowser()) return;
  if (mayInstall()) install('chromium');
  if (await findBrowser()) return;
  console.error(
    'There is no browser to run the extension in. Install Chromium (on Debian and Ubuntu: ' +
      'sudo apt-get install chromium), or name one: KICKOFF_BROWSER=/path/to/chromium npm test',
  );
  process.exit(1);
}

/** A display without a screen, for the test with real gestures, where it may be installed. */
function installDisplay() {
  const tools = ['Xvfb', 'openbox', 'xdotool'];
  /** @param {string} tool */
  const isThere = (tool) => spawnSync('which', [tool]).status === 0;
  if (!mayInstall() || tools.every(isThere)) return;
  console.log('Installing a display without a screen …');
  install('xvfb', 'openbox', 'xdotool');
}

function mayInstall() {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

/** @param {string[]} packages */
function install(...packages) {
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'inherit' });
  spawnSync('apt-get', ['install', '-y', '-qq', ...packages], { stdio: 'inherit' });
}

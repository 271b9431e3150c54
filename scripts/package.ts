// `npm run package`: what is published, in release/. The same sources give the same bytes.
//
//   KICKOFF_CRX_KEY      file with the private key (PEM) that signs the CRX; it has to be there. Where
//                        none is named, one of your own is made on first use, outside the repository
//   KICKOFF_UPDATE_URL   folder, as https:// address, where the CRX and update.xml will be hosted
import type { KeyObject } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import pkg from '../package.json' with { type: 'json' };
import { objections } from './package-check.ts';
import { extensionIdOf } from './package-crx.ts';
import { NoSigningKey, signingKey } from './package-key.ts';
import { partsOf } from './package-parts.ts';
import type { Entry } from './package-zip.ts';
import { releaseFiles } from './release-files.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, '.build', 'store');
const release = join(root, 'release');
const name = `kickoff-${pkg.version}`;
const key = keyOrStop();

// Whatever the caller's environment says, such as a test's: React has a build for development.
process.env.NODE_ENV = 'production';
await build({
  root,
  mode: 'store',
  logLevel: 'warn',
  build: { outDir: built, emptyOutDir: true },
});
const entries = filesIn(built);
const problems = objections(entries);
if (problems.length > 0) {
  for (const problem of problems) console.error(problem);
  process.exit(1);
}

const id = extensionIdOf(key);
const updateUrl = process.env.KICKOFF_UPDATE_URL?.replace(/\/$/, '');
const files = releaseFiles({ entries, key, updateUrl, version: pkg.version, parts: partsOf(root) });
rmSync(release, { recursive: true, force: true });
mkdirSync(release);
for (const [file, content] of Object.entries(files)) writeFileSync(join(release, file), content);
console.log(`release/ holds ${name} for the store and, as ${id}, for hosting it yourself.`);
if (updateUrl === undefined) {
  console.log('Before you host it, package it with KICKOFF_UPDATE_URL=https://… (its folder).');
}

function filesIn(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}.vite${sep}`))
    .map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      bytes: readFileSync(path),
    }));
}

/** Before anything is built: who named a wrong key learns of it at once. */
function keyOrStop(): KeyObject {
  const own = join(homedir(), '.config', 'kickoff', 'crx-key.pem');
  try {
    return signingKey(process.env.KICKOFF_CRX_KEY, own, console.log);
  } catch (error) {
    if (!(error instanceof NoSigningKey)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

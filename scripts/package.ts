// `npm run package`: what is published, in release/. The same sources give the same bytes.
//
//   KICKOFF_CRX_KEY      file with the private key (PEM) that signs the CRX; made on first use,
//                        outside the repository, where none is named
//   KICKOFF_UPDATE_URL   folder, as https:// address, where the CRX and update.xml will be hosted
import { createHash, createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import pkg from '../package.json' with { type: 'json' };
import { objections } from './package-check.ts';
import { crx, extensionIdOf } from './package-crx.ts';
import { licensesText, partsOf, sbom } from './package-parts.ts';
import { type Entry, zip } from './package-zip.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, '.build', 'store');
const release = join(root, 'release');
const name = `kickoff-${pkg.version}`;

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

const key = signingKey();
const id = extensionIdOf(key);
const updateUrl = process.env.KICKOFF_UPDATE_URL?.replace(/\/$/, '');
const parts = partsOf(root);
const files: Record<string, string | Buffer> = {
  [`${name}.zip`]: zip(entries),
  [`${name}.crx`]: crx(zip(entries.map(withUpdateUrl)), key),
  'update.xml': updateManifest(),
  'third-party-licences.txt': licensesText(parts),
  'sbom.cdx.json': sbom({ name: pkg.name, version: pkg.version }, parts),
};
rmSync(release, { recursive: true, force: true });
mkdirSync(release);
for (const [file, content] of Object.entries(files)) writeFileSync(join(release, file), content);
writeFileSync(join(release, 'SHA256SUMS'), checksums());
console.log(`release/ holds ${name} for the store and, as ${id}, for hosting it yourself.`);
if (updateUrl === undefined) {
  console.log('Before you host it, package it with KICKOFF_UPDATE_URL=https://… (its folder).');
}

function filesIn(folder: string): Entry[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '.vite')
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}.vite${sep}`))
    .map((path) => ({
      path: relative(folder, path).split(sep).join('/'),
      bytes: readFileSync(path),
    }));
}

/** The private key of the CRX, which must stay the same for ever and must stay private. */
function signingKey(): KeyObject {
  const file = process.env.KICKOFF_CRX_KEY ?? join(homedir(), '.config', 'kickoff', 'crx-key.pem');
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
    console.log(`Made a signing key: ${file}. Keep it safe: the extension's id hangs on it.`);
  }
  return createPrivateKey(readFileSync(file));
}

/** Chrome looks there for newer versions of what was not installed from the store. */
function withUpdateUrl(entry: Entry): Entry {
  if (entry.path !== 'manifest.json' || updateUrl === undefined) return entry;
  const manifest = JSON.parse(entry.bytes.toString('utf8'));
  const withUrl = { ...manifest, update_url: `${updateUrl}/update.xml` };
  return { ...entry, bytes: Buffer.from(JSON.stringify(withUrl, null, 2)) };
}

/** https://developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux#update_manifest */
function updateManifest(): string {
  const codebase = `${updateUrl ?? 'https://replace.invalid'}/${name}.crx`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<gupdate xmlns="http://www.google.com/update2/response" protocol="2.0">
  <app appid="${id}">
    <updatecheck codebase="${codebase}" version="${pkg.version}" />
  </app>
</gupdate>
`;
}

function checksums(): string {
  return Object.entries(files)
    .map(([file, content]) => `${createHash('sha256').update(content).digest('hex')}  ${file}\n`)
    .toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1))
    .join('');
}

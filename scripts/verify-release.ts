/**
 * `npm run verify-release -- FOLDER EXTENSION_ID`: checks a release against the sources that this command
 * lies in, without any network, and ends with 0 only if all of it is right. The id is the one that its
 * publisher says in another place: it is the hash of the key that signed.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { manifestFor } from '../manifest.config.ts';
import pkg from '../package.json' with { type: 'json' };
import { partsOf } from './package-parts.ts';
import { releaseObjections } from './release-check.ts';

const [folder, id = ''] = process.argv.slice(2);
const root = fileURLToPath(new URL('..', import.meta.url));
process.exitCode = 1;
if (folder === undefined || !/^[a-p]{32}$/.test(id)) {
  console.error('Give the folder of the release and the extension ID: 32 letters from a to p.');
} else {
  const files = Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]),
  );
  const manifest = { ...(await manifestFor('store')) };
  const expected = { version: pkg.version, id, manifest, parts: partsOf(root) };
  const problems = releaseObjections(files, expected);
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) {
    console.log(`Kickoff ${pkg.version}: the release is whole, and signed for ${id}.`);
    process.exitCode = 0;
  }
}

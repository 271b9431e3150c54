/**
 * `npm run reproduce`: packages two fresh checkouts of the last commit, in folders of different names,
 * each with packages of its own, and ends with 0 only if they made the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeKey } from './package-key.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'kickoff-'));
try {
  makeKey(join(scratch, 'key.pem'));
  const [one = '', other = ''] = ['one', 'another place'].map(packaged);
  console.log(one.trimEnd());
  console.log(one === other ? 'Both checkouts made the same bytes.' : `The other made:\n${other}`);
  process.exitCode = one === other ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** The checksums of what a fresh checkout packages; the key that signs is the same for both. */
function packaged(name: string): string {
  const checkout = join(scratch, name, 'kickoff');
  mkdirSync(join(scratch, name));
  execFileSync('git', ['clone', '--quiet', '--no-local', root, checkout], { stdio: 'inherit' });
  execFileSync('npm', ['run', '--silent', 'package'], {
    cwd: checkout,
    stdio: 'inherit',
    env: {
      ...process.env,
      KICKOFF_CRX_KEY: join(scratch, 'key.pem'),
      KICKOFF_UPDATE_URL: 'https://intranet.example/kickoff',
      // What a machine may well have set otherwise.
      TZ: name === 'one' ? 'UTC' : 'Asia/Tokyo',
    },
  });
  return readFileSync(join(checkout, 'release', 'SHA256SUMS'), 'utf8');
}

import { createHash, generateKeyPairSync } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from '../../scripts/browser.mjs';
import { sandboxBuild } from './build.ts';

const folder = '/etc/chromium/policies/managed';

/** A build under an id of its own, so that its policy reaches no other browser here. */
export interface ManagedBuild {
  extension: string;
  id: string;
  /**
   * Writes the policy, and what `ExtensionSettings` says of this extension; Chromium sees a change within
   * some seconds.
   */
  setPolicy(policy: object, extensionSettings?: object): void;
  close(): void;
}

/** Why policies cannot be tested here; undefined where they can. */
export async function whyNoPolicy(): Promise<string | undefined> {
  if (process.getuid?.() !== 0) return 'only root may write a policy file';
  const browser = await findBrowser();
  const reads = browser?.startsWith('/usr/bin/chromium');
  return reads ? undefined : `${browser} does not read ${folder}`;
}

/** Copies the build for the sandbox under a new id; the caller closes it, which takes the file away. */
export function managedBuild(): ManagedBuild {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = hash.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));

  const extension = sandboxBuild.replace(/\/$/, `-${id}`);
  cpSync(sandboxBuild, extension, { recursive: true });
  const manifestFile = join(extension, 'manifest.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  writeFileSync(manifestFile, JSON.stringify({ ...manifest, key: key.toString('base64') }));

  const file = join(folder, `kickoff-${id}.json`);
  mkdirSync(folder, { recursive: true });
  return {
    extension,
    id,
    setPolicy: (policy, extensionSettings) => {
      // Of several files with `ExtensionSettings` only one counts, so that a test writes it only if it must.
      const own = extensionSettings && { ExtensionSettings: { [id]: extensionSettings } };
      const all = { '3rdparty': { extensions: { [id]: policy } }, ...own };
      writeFileSync(file, JSON.stringify(all));
    },
    close: () => {
      rmSync(file, { force: true });
      rmSync(extension, { recursive: true, force: true });
    },
  };
}

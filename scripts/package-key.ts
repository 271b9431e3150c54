import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Why there is no key to sign with, in words for the person who packages. */
export class NoSigningKey extends Error {}

/**
 * The private key that signs the CRX. The extension's ID follows from it, so a key is never made where
 * one was named: a wrong path would silently give another ID, which no policy and no OAuth client knows.
 *
 * @param named the file that `KICKOFF_CRX_KEY` names
 * @param fallback the file for a key of one's own, where none is named; made on first use
 * @throws NoSigningKey where the named file is missing, or holds no RSA key
 */
export function signingKey(
  named: string | undefined,
  fallback: string,
  tell: (line: string) => void,
): KeyObject {
  const file = named ?? fallback;
  if (!existsSync(file)) {
    if (named !== undefined) throw new NoSigningKey(missing(file));
    makeKey(file);
    tell(`Made a signing key: ${file}. Keep it safe: the extension's ID follows from it.`);
  }
  return readKey(file);
}

function readKey(file: string): KeyObject {
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // Said below, in words that say what to do.
  }
  throw new NoSigningKey(
    `${file} holds no private RSA key in PEM form without a passphrase, so nothing was packaged.`,
  );
}

/** Makes a key of the kind that Chrome takes, where there is none. */
export function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  mkdirSync(dirname(file), { recursive: true });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
}

const missing = (
  file: string,
) => `KICKOFF_CRX_KEY names ${file || 'no file'}, which is not there. Nothing was packaged.
Another key would give the extension another ID. Correct the path; or, for a new extension with a new
ID, make a key there first:
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "${file || 'crx-key.pem'}"`;

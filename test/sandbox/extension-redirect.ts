import { createHash } from 'node:crypto';
import { manifestFor } from '../../manifest.config.ts';

/**
 * The redirect URL of the unpacked extension for a sandbox (`{port}` stands for its port). The
 * extension's id follows from the key in its manifest: half of the key's SHA-256, in letters a to p.
 * https://developer.chrome.com/docs/extensions/reference/manifest/key
 */
export async function extensionRedirect(): Promise<string> {
  const { key = '' } = await manifest();
  const hash = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = hash.replace(/./g, (digit) => 'abcdefghijklmnop'.charAt(Number.parseInt(digit, 16)));
  return `https://${id}.chromiumapp.org/127.0.0.1:{port}`;
}

/** The bundler's manifest may be a function, a promise or plain; here it is made one thing. */
async function manifest() {
  const given = manifestFor('sandbox');
  return typeof given === 'function'
    ? await given({ command: 'build', mode: 'sandbox' })
    : await given;
}

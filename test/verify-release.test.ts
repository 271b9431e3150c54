import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';
import { extensionIdOf } from '../scripts/package-crx.ts';
import { type Entry, zip } from '../scripts/package-zip.ts';
import { releaseObjections } from '../scripts/release-check.ts';
import { checksums, type ReleaseFiles, releaseFiles } from '../scripts/release-files.ts';

const newKey = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const key = newKey();
const stranger = newKey();
const manifest: Record<string, unknown> = { ...(await manifestFor('store')) };
const version = String(manifest.version);
const updateUrl = 'https://intra.example/kickoff';
const parts = [
  { name: 'zod', version: '4.6.7', license: 'MIT', sha512: 'a'.repeat(128), licenseText: 'MIT …' },
];
const entries: Entry[] = [
  { path: 'manifest.json', bytes: Buffer.from(JSON.stringify(manifest)) },
  { path: 'assets/launcher.js', bytes: Buffer.from('console.log(1);') },
  {
    path: 'src/popup/index.html',
    bytes: Buffer.from('<script src="/assets/launcher.js"></script>'),
  },
];
const expected = { version, id: extensionIdOf(key), manifest, parts };
const zipName = `kickoff-${version}.zip`;
const crxName = `kickoff-${version}.crx`;

const made = (of: readonly Entry[] = entries, by: KeyObject = key) =>
  releaseFiles({ version, entries: of, key: by, updateUrl, parts });
const whole = made();

/** Some files put in the place of others, with checksums that fit. */
function planted(changes: Record<string, Buffer | undefined>): ReleaseFiles {
  const { SHA256SUMS: _, ...files } = { ...whole, ...changes };
  const left = Object.fromEntries(
    Object.entries(files).flatMap(([name, bytes]) => (bytes ? [[name, bytes]] : [])),
  );
  return { ...left, SHA256SUMS: Buffer.from(checksums(left)) };
}

const withEntry = (path: string, text: string) => [
  ...entries.filter((entry) => entry.path !== path),
  { path, bytes: Buffer.from(text) },
];
const withManifest = (change: object) =>
  withEntry('manifest.json', JSON.stringify({ ...manifest, ...change }));
const flipped = (bytes: Buffer | undefined, at: number) => {
  const copy = Buffer.from(bytes ?? []);
  const place = at < 0 ? copy.length + at : at;
  copy[place] = (copy[place] ?? 0) ^ 1;
  return copy;
};
const more = (bytes: Buffer | undefined) =>
  Buffer.concat([bytes ?? Buffer.alloc(0), Buffer.from('x')]);
const replaced = (name: string, from: string, to: string) =>
  Buffer.from(String(whole[name]).replace(from, to));

test('a release as it was made is right, with or without an address for updates', () => {
  expect(releaseObjections(whole, expected)).toEqual([]);
  const store = releaseFiles({ version, entries, key, updateUrl: undefined, parts });
  expect(releaseObjections(store, expected)).toEqual([]);
});

describe('a release is turned down where', () => {
  test.each<[string, ReleaseFiles]>([
    ['nothing is in it', {}],
    ['the ZIP is missing', planted({ [zipName]: undefined })],
    ['the CRX is missing', planted({ [crxName]: undefined })],
    [
      'the checksums are missing',
      Object.fromEntries(Object.entries(whole).filter(([name]) => name !== 'SHA256SUMS')),
    ],
    ['a file was added', planted({ 'setup.exe': Buffer.from('MZ') })],
    ['one bit of the ZIP is another', { ...whole, [zipName]: flipped(whole[zipName], 200) }],
    [
      'one bit of the ZIP is another, and the checksum fits',
      planted({ [zipName]: flipped(whole[zipName], 200) }),
    ],
    [
      'the checksums are of another release',
      { ...whole, SHA256SUMS: replaced('SHA256SUMS', 'a', 'b') },
    ],
    [
      'a line of the checksums is missing',
      {
        ...whole,
        SHA256SUMS: Buffer.from(String(whole.SHA256SUMS).split('\n').slice(1).join('\n')),
      },
    ],
    ['something follows the ZIP', planted({ [zipName]: more(whole[zipName]) })],
    ['something follows the CRX', planted({ [crxName]: more(whole[crxName]) })],
    ['the signature of the CRX is another', planted({ [crxName]: flipped(whole[crxName], 400) })],
    [
      'one byte of the signed archive is another',
      planted({ [crxName]: flipped(whole[crxName], -60) }),
    ],
    ['all of it is signed by somebody else', made(entries, stranger)],
    [
      'the CRX alone is signed by somebody else',
      planted({ [crxName]: made(entries, stranger)[crxName] }),
    ],
    [
      'the ZIP holds other code than the CRX',
      planted({ [zipName]: zip(withEntry('assets/launcher.js', 'steal();')) }),
    ],
    [
      'the CRX is that of an older release',
      planted({ [crxName]: made(withManifest({ version: '0.0.9' }))[crxName] }),
    ],
    ['it asks for another permission', made(withManifest({ permissions: ['tabs', 'cookies'] }))],
    ['it asks for another host', made(withManifest({ host_permissions: ['<all_urls>'] }))],
    [
      'it reads pages by itself',
      made(withManifest({ content_scripts: [{ matches: ['*://*/*'], js: ['a.js'] }] })),
    ],
    [
      'pages may talk to it',
      made(withManifest({ externally_connectable: { matches: ['https://x.example/*'] } })),
    ],
    [
      'its content security policy is weaker',
      made(
        withManifest({
          content_security_policy: { extension_pages: "script-src 'self' https://cdn.example" },
        }),
      ),
    ],
    ['it says another version', made(withManifest({ version: '9.9.9' }))],
    ['it makes code from text', made(withEntry('assets/launcher.js', 'eval(text)'))],
    [
      'it loads code from elsewhere',
      made(withEntry('assets/launcher.js', 'import("https://cdn.example/a.js")')),
    ],
    [
      'a file is in it that is no part of the extension',
      made(withEntry('assets/../../run.sh', 'rm')),
    ],
    [
      'a file is in it twice',
      made([...entries, { path: 'assets/launcher.js', bytes: Buffer.from('steal();') }]),
    ],
    ['its manifest is none', planted({ [zipName]: zip(withEntry('manifest.json', '{')) })],
    [
      'updates come from elsewhere',
      planted({ 'update.xml': replaced('update.xml', 'intra.example', 'evil.example') }),
    ],
    [
      'updates are of another extension',
      planted({ 'update.xml': replaced('update.xml', expected.id, 'a'.repeat(32)) }),
    ],
    [
      'the bill of materials hides a package',
      planted({ 'sbom.cdx.json': replaced('sbom.cdx.json', '"zod"', '"zed"') }),
    ],
    [
      'the bill of materials has another hash',
      planted({ 'sbom.cdx.json': replaced('sbom.cdx.json', 'aaaa', 'bbbb') }),
    ],
    ['the licences are others', planted({ 'third-party-licences.txt': Buffer.from('none') })],
    ['the CRX is a text', planted({ [crxName]: Buffer.from('not a CRX') })],
    ['the CRX is empty', planted({ [crxName]: Buffer.alloc(0) })],
  ])('%s', (_, files) => {
    expect(releaseObjections(files, expected)).not.toEqual([]);
  });

  test('it is signed for another id than was said', () => {
    expect(releaseObjections(whole, { ...expected, id: extensionIdOf(stranger) })).not.toEqual([]);
  });
});

import { execFileSync } from 'node:child_process';
import { constants, createHash, createPrivateKey, createPublicKey, verify } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { objections } from '../../scripts/package-check.ts';
import { extensionIdOf } from '../../scripts/package-crx.ts';
import { makeKey } from '../../scripts/package-key.ts';
import { unpack, unzip } from '../../scripts/package-unzip.ts';
import { openBrowser } from '../harness/browser.ts';

const root = new URL('../../', import.meta.url).pathname;
const release = join(root, 'release');
let scratch: string;
let keyFile: string;
const packed: Record<string, Buffer>[] = [];

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'kickoff-'));
  keyFile = join(scratch, 'key.pem');
  makeKey(keyFile);
  for (const _ of ['once', 'again']) {
    rmSync(join(root, '.build', 'store'), { recursive: true, force: true });
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/package.ts'], {
      cwd: root,
      env: {
        ...process.env,
        KICKOFF_CRX_KEY: keyFile,
        KICKOFF_UPDATE_URL: 'https://intra.example/k',
      },
    });
    const files = readdirSync(release);
    packed.push(Object.fromEntries(files.map((file) => [file, readFileSync(join(release, file))])));
  }
}, 180_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('npm run package', () => {
  test('gives the same bytes twice', () => {
    const [once = {}, again = {}] = packed;
    const sums = (files: Record<string, Buffer>) =>
      Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, sha256(bytes)]));
    expect(sums(again)).toEqual(sums(once));
    expect(Object.keys(once)).toHaveLength(6);
  });

  test('says the checksums of what it made', () => {
    const [files = {}] = packed;
    const lines = String(files.SHA256SUMS).trim().split('\n');
    expect(lines).toHaveLength(5);
    for (const line of lines) {
      const [sum = '', name = ''] = line.split('  ');
      expect(sha256(files[name] ?? Buffer.alloc(0))).toBe(sum);
    }
  });

  test('makes an archive that loads, as the extension without a key and without hosts for tests', async () => {
    const folder = join(scratch, 'store');
    expect(objections(unzip(find('.zip')))).toEqual([]);
    unpack(find('.zip'), folder);
    const browser = await openBrowser({ extension: folder });
    const options = await browser.options();
    await options.getByLabel('Region').waitFor();
    const hosts = await (await browser.worker()).evaluate(
      () => chrome.runtime.getManifest().host_permissions,
    );
    expect(hosts).toHaveLength(36);
    expect(browser.complaints).toEqual([]);
    await browser.close();
  });

  test('leaves out of the catalogues what only translators read', () => {
    const english = unzip(find('.zip')).find(({ path }) => path === '_locales/en/messages.json');
    const { texts, extensionName } = JSON.parse(String(english?.bytes));
    expect(texts.message.split('\n')).toContain('Sign in');
    expect(extensionName).toEqual({ message: 'Kickoff for Genesys Cloud' });
    expect(String(english?.bytes)).not.toContain('description"');
  });

  test('signs the CRX so that Chrome knows it by the id in the update manifest', () => {
    const file = find('.crx');
    expect(file.subarray(0, 8)).toEqual(Buffer.from('Cr24\x03\0\0\0', 'latin1'));
    const headerLength = file.readUInt32LE(8);
    const header = file.subarray(12, 12 + headerLength);
    const archive = file.subarray(12 + headerLength);
    const key = createPrivateKey(readFileSync(keyFile));
    const publicKey = createPublicKey(key);
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const at = header.indexOf(der);
    expect(at).toBeGreaterThan(0);
    // After the key: tag 0x12, the length 256 as a varint, then the signature.
    const signature = header.subarray(at + der.length + 3, at + der.length + 3 + 256);
    const signedData = header.subarray(-18);
    const signed = Buffer.concat([
      Buffer.from('CRX3 SignedData\0\x12\0\0\0', 'latin1'),
      signedData,
      archive,
    ]);
    const padded = { key: publicKey, padding: constants.RSA_PKCS1_PADDING };
    expect(verify('sha256', signed, padded, signature)).toBe(true);
    const update = String(packed[0]?.['update.xml']);
    expect(update).toContain(`appid="${extensionIdOf(key)}"`);
    expect(update).toContain('codebase="https://intra.example/k/kickoff-');
    const manifest = unzip(archive).find(({ path }) => path === 'manifest.json');
    const { update_url: from, minimum_chrome_version: oldest } = JSON.parse(
      String(manifest?.bytes),
    );
    expect(from).toBe('https://intra.example/k/update.xml');
    // An older browser does not fetch what it could not install.
    expect(update).toContain(` prodversionmin="${oldest}"`);
  });

  test('lists what it is made of, with licences', () => {
    const bill = JSON.parse(String(packed[0]?.['sbom.cdx.json']));
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const names = bill.components.map(({ name }: { name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(names).not.toContain('vitest');
    for (const { hashes } of bill.components) expect(hashes[0].content).toMatch(/^[0-9a-f]{128}$/);
    for (const name of names)
      expect(String(packed[0]?.['third-party-licences.txt'])).toContain(name);
  });
});

describe('the check of a package', () => {
  const clean = { path: 'manifest.json', bytes: Buffer.from('{}') };
  test.each([
    ['assets/a.js', 'eval(text)', 'code made from text'],
    ['assets/a.js', 'import("https://cdn.example/a.js")', 'code from elsewhere'],
    ['src/popup/index.html', '<script src="https://cdn.example/a.js">', 'code from elsewhere'],
    ['src/popup/index.html', '<script>run()</script>', 'a script inside a page'],
    ['assets/a.js', '//# sourceMappingURL=a.js.map', 'a source map'],
    ['assets/a.js', 'open("/home/ann/kickoff/a.ts")', 'a path of the machine'],
    ['manifest.json', '{"host_permissions":["http://127.0.0.1/*"]}', 'a test host'],
    ['manifest.json', '{"key":"MIIB"}', 'holds a key'],
    ['manifest.json', '{"web_accessible_resources":[]}', 'shows files to pages'],
    [
      'manifest.json',
      '{"content_security_policy":{"extension_pages":"script-src \'unsafe-eval\'"}}',
      'weak',
    ],
    ['test/sandbox/main.ts', '', 'no part of the extension'],
  ])('finds in %s: %s', (path, text, objection) => {
    const entry = { path, bytes: Buffer.from(text) };
    const entries = path === 'manifest.json' ? [entry] : [clean, entry];
    expect(objections(entries).join()).toContain(objection);
    expect(objections([clean])).toEqual([]);
  });
});

function find(ending: string): Buffer {
  const name = Object.keys(packed[0] ?? {}).find((file) => file.endsWith(ending)) ?? '';
  return packed[0]?.[name] ?? Buffer.alloc(0);
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

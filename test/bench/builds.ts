import { createHash } from 'node:crypto';
import { cpSync, realpathSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig } from 'vite';
import { injectedFunctions } from '../../scripts/injected.ts';

const peers = fileURLToPath(new URL('./peers/', import.meta.url));
const folder = (name: string) =>
  fileURLToPath(new URL(`../../.build/bench-${name}/`, import.meta.url));

const officialClient = fileURLToPath(
  new URL(
    '../../node_modules/purecloud-platform-client-v2/dist/web-cjs/purecloud-platform-client-v2.min.js',
    import.meta.url,
  ),
);

/** An unpacked extension. */
export interface Extension {
  path: string;
  /** `chrome-extension://…/` */
  origin: string;
}

/**
 * Ours, as it is built for the sandbox: the same code as is released, with leave to talk to
 * 127.0.0.1. Under `bench/` lie the pages that it is measured beside, in the same extension, so that
 * the browser does the same for both.
 */
export async function ours(): Promise<Extension> {
  const outDir = folder('ours');
  await build({ mode: 'sandbox', logLevel: 'warn', build: { outDir, emptyOutDir: true } });
  await build({
    ...plain,
    base: './',
    build: {
      outDir: `${outDir}bench`,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: ['static', 'static-read', 'hello', 'read-page'].map(
          (name) => `${peers}${name}.html`,
        ),
      },
    },
  });
  await build({
    ...plain,
    build: {
      outDir: `${outDir}bench`,
      emptyOutDir: false,
      lib: {
        entry: `${peers}find-numbers.ts`,
        formats: ['iife'],
        name: 'none',
        fileName: () => 'find-numbers.js',
      },
    },
  });
  await withoutKey(outDir);
  return extensionAt(outDir);
}

/** The same once more under another id, and thereby with a storage of its own. */
export function another({ path }: Extension): Extension {
  const copy = folder('another');
  rmSync(copy, { recursive: true, force: true });
  cpSync(path, copy, { recursive: true });
  return extensionAt(copy);
}

/** A small extension whose worker launches with `fetch` alone, or with Genesys' own client. */
export async function peer(name: 'fetch' | 'sdk'): Promise<Extension> {
  const outDir = folder(name);
  await build({
    ...plain,
    base: './',
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input: { page: `${peers}launch.html`, worker: `${peers}${name}-worker.ts` },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  if (name === 'sdk') cpSync(officialClient, `${outDir}purecloud-platform-client-v2.min.js`);
  const manifest = {
    manifest_version: 3,
    name: `Peer with ${name}`,
    version: '1',
    background: { service_worker: 'worker.js' },
    host_permissions: ['http://127.0.0.1/*'],
  };
  await writeFile(`${outDir}manifest.json`, JSON.stringify(manifest));
  return extensionAt(outDir);
}

const plain: InlineConfig = {
  configFile: false,
  plugins: [injectedFunctions()],
  root: peers,
  logLevel: 'warn',
  publicDir: false,
};

async function withoutKey(path: string): Promise<void> {
  const file = `${path}manifest.json`;
  const { key: _, ...manifest } = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify(manifest));
}

/** Without a key in its manifest an unpacked extension is named after where it lies. */
function extensionAt(folder: string): Extension {
  const path = realpathSync(folder);
  const digest = createHash('sha256').update(path).digest('hex').slice(0, 32);
  const id = digest.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  return { path, origin: `chrome-extension://${id}/` };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { injectedFunctions } from '../../scripts/injected.ts';
import { oneChunk } from '../../scripts/one-chunk.ts';
import { deflated } from '../../scripts/package-zip.ts';

/** Bytes, as they are and gzipped in one go. */
interface Weight {
  plain: number;
  gzipped: number;
}

interface BuiltSizes {
  zip: number;
  /** All scripts that the worker parses when it starts. */
  worker: Weight;
  /** All that the popup loads before it can be used: page, scripts, styles. */
  popup: Weight;
  /** Scripts that the popup loads after that. */
  popupLater: Weight;
}

/** Weighs a built extension, or another page in it than the popup's. */
export function sizesOf(folder: string, page = 'src/popup/index.html'): BuiltSizes {
  const file = (path: string) => join(folder, path);
  const popup = file(page);
  const parts = partsOfPage(popup, folder);
  const first = closure([...parts, ...parts.flatMap((path) => startOf(path, folder))]);
  const later = closure([...first].flatMap((path) => imported(path, dynamicImport)));
  return {
    zip: zipSize(folder),
    worker: weigh([...closure([file('service-worker-loader.js')])]),
    popup: weigh([popup, ...first]),
    popupLater: weigh([...later].filter((path) => !first.has(path))),
  };
}

/** What is sent into a page that is read, in bytes, built as the rest is. */
export async function injectedSize(): Promise<number> {
  const entry = new URL('../../src/content/page-reader.ts', import.meta.url).pathname;
  const code = await oneChunk({
    logLevel: 'silent',
    plugins: [injectedFunctions()],
    build: { target: 'chrome130', lib: { entry, formats: ['es'] } },
  });
  return Buffer.byteLength(code);
}

function partsOfPage(page: string, folder: string): string[] {
  const references = readFileSync(page, 'utf8').matchAll(/(?:src|href)="([^"]+\.(?:js|css))"/g);
  return [...references].map(([, path = '']) =>
    join(path.startsWith('/') ? folder : dirname(page), path),
  );
}

/** What a page's own script loads once the page was drawn, to start what the page is for. */
function startOf(script: string, folder: string): string[] {
  const code = readFileSync(script, 'utf8');
  const [, numbers] =
    /import\(`\.\/launcher-[^`]+`\)[^,]*,__vite__mapDeps\(\[([\d,]+)\]/.exec(code) ?? [];
  const [, list] = /m\.f=(\[[^\]]*\])/.exec(code) ?? [];
  if (numbers === undefined || list === undefined) return [];
  const files: string[] = JSON.parse(list);
  return numbers.split(',').map((number) => join(folder, files[Number(number)] ?? ''));
}

const staticImport = /(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+\.js)["']/g;
const dynamicImport = /\bimport\(\s*[`"'](\.{1,2}\/[^`"']+\.js)[`"']/g;

/** Files with all that they import from the start. */
function closure(paths: readonly string[]): Set<string> {
  const all = new Set(paths);
  for (const path of all) for (const next of imported(path, staticImport)) all.add(next);
  return all;
}

function imported(path: string, pattern: RegExp): string[] {
  if (!path.endsWith('.js')) return [];
  const found = readFileSync(path, 'utf8').matchAll(pattern);
  return [...found].map(([, to = '']) => join(dirname(path), to)).filter((to) => existsSync(to));
}

function weigh(paths: readonly string[]): Weight {
  const contents = Buffer.concat(paths.map((path) => readFileSync(path)));
  return { plain: contents.length, gzipped: gzipSync(contents).length };
}

/** How large the folder is as a zip file: https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT */
function zipSize(folder: string): number {
  const [localHeader, centralHeader, end] = [30, 46, 22];
  const files = readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' });
  const sizes = files
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const inZip = Buffer.byteLength(path) - Buffer.byteLength(join(folder, '/'));
      const packed = deflated(readFileSync(path)).length;
      return packed + localHeader + centralHeader + 2 * inZip;
    });
  return total(sizes) + end;
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

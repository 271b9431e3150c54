import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const root = new URL('../', import.meta.url);
const pages = [...filesIn('docs/', /\.md$/), ...filesIn('.github/', /\.md$/), ...ownPages()];
const code = ['src/', 'scripts/', 'test/'].flatMap((folder) =>
  filesIn(folder, /\.(tsx?|mjs|css)$/),
);

// Offline: addresses of the web are not asked.
describe.each(pages)('%s', (page) => {
  test('links to files and headings that are there', () => {
    const base = new URL(page, root);
    const broken = linksOf(read(base)).filter((link) => {
      const [path = '', anchor = ''] = link.split('#');
      const target = path === '' ? base : new URL(path, base);
      if (!existsSync(target)) return true;
      return (
        anchor !== '' && target.pathname.endsWith('.md') && !headingsOf(read(target)).has(anchor)
      );
    });
    expect(broken).toEqual([]);
  });
});

test('comments name pages that are there', () => {
  const broken = code.flatMap((file) =>
    [...read(new URL(file, root)).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
      .filter(([path]) => !existsSync(new URL(path, root)))
      .map(([path]) => `${file}: ${path}`),
  );
  expect(broken).toEqual([]);
});

test('a heading has the anchor that GitHub gives it', () => {
  const page = '# For `a` and b: 3.\n## Links\n## Links\n## Länder_und [x](y.md)\n';
  expect([...headingsOf(page)]).toEqual(['for-a-and-b-3', 'links', 'links-1', 'länder_und-x']);
  expect(linksOf('[a](b.md#c) ![p](d.png "t") `[no](e.md)`\n```\n[no](f.md)\n```\n')).toEqual([
    'b.md#c',
    'd.png',
  ]);
});

/** Links within this repository: of text and pictures, not of code. */
function linksOf(page: string): string[] {
  const text = withoutCode(page).replace(/`[^`\n]*`/g, '');
  const marked = [...text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)];
  const tagged = [...text.matchAll(/<(?:img|a)\b[^>]*\b(?:src|href)="([^"]+)"/g)];
  return [...marked, ...tagged]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/i.test(link));
}

/** https://docs.github.com/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links */
function headingsOf(page: string): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...withoutCode(page).matchAll(/^#{1,6} +(.+?) *#*$/gm)].map(
    ([, heading = '']) => {
      const anchor = heading
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, '')
        .replaceAll(' ', '-');
      const count = seen.get(anchor) ?? 0;
      seen.set(anchor, count + 1);
      return count === 0 ? anchor : `${anchor}-${count}`;
    },
  );
  return new Set(anchors);
}

function withoutCode(page: string): string {
  return page.replace(/^ *(```|~~~)[\s\S]*?^ *\1 *$/gm, '');
}

function read(file: URL): string {
  return readFileSync(file, 'utf8');
}

function filesIn(folder: string, shape: RegExp): string[] {
  const names = readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => shape.test(name)).map((name) => `${folder}${name}`);
}

function ownPages(): string[] {
  return readdirSync(root).filter((name) => name.endsWith('.md'));
}

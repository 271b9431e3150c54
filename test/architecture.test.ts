import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. Every arrow in the extension is a word in this table; `public` stands for
 * the message catalogue, of which only the type is read.
 */
const mayImport: Record<string, readonly string[]> = {
  core: ['zod', '@cfworker/json-schema', 'libphonenumber-js', 'public'],
  platform: ['core'],
  content: ['core'],
  ui: ['core', 'react'],
  worker: ['core', 'platform', 'content', 'oauth4webapi'],
  popup: ['core', 'platform', 'content', 'ui', 'react'],
  sidepanel: ['core', 'platform', 'content', 'ui', 'react'],
  options: ['core', 'platform', 'content', 'ui', 'react'],
};

/** Imports of which only types may cross, because the code would follow into the wrong place. */
const typesOnly: ReadonlySet<string> = new Set(['content → core', 'core → public']);

const longestFile = 250;
const src = new URL('../src/', import.meta.url);
const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(tsx?|css)$/.test(path),
);
const product = modules.filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));

test('there is something to check', () => {
  expect(product.length).toBeGreaterThan(2);
});

describe.each(product)('%s', (file) => {
  const [layer = ''] = file.split('/');
  const imports = importsOf(read(file)).map(({ specifier, types }) => ({
    owner: owner(specifier, file),
    types,
  }));

  test('imports only the layers below it', () => {
    const allowed = [layer, ...(mayImport[layer] ?? [])];
    expect(imports.map(({ owner }) => owner).filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('takes only types where only types may cross', () => {
    const crossings = imports
      .filter(({ types }) => !types)
      .map(({ owner }) => `${layer} → ${owner}`);
    expect(crossings.filter((crossing) => typesOnly.has(crossing))).toEqual([]);
  });
});

test.each(modules)('%s lies one folder deep and is short enough to read', (file) => {
  expect(file.split('/')).toHaveLength(2);
  expect(read(file).split('\n').length).toBeLessThanOrEqual(longestFile);
});

// The styles of `ui` are joined in an order that nobody chose: docs/decisions/013
test('what one file of styles is about, no other is', () => {
  const styles = modules.filter((path) => path.startsWith('ui/') && path.endsWith('.css'));
  const all = styles.flatMap((file) => [...new Set(selectorsIn(read(file)))]);
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((selector, at) => all.indexOf(selector) !== at)).toEqual([]);
});

function selectorsIn(styles: string): string[] {
  const rules = styles.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/([^{};]+)\{(?=[^{}]*\})/g);
  return [...rules].flatMap(([, selectors = '']) => selectors.split(',')).map((it) => it.trim());
}

function read(file: string): string {
  return readFileSync(new URL(file, src), 'utf8');
}

/** Static imports, re-exports, imports for effect and `import()`, with whether only types are taken. */
function importsOf(source: string): { specifier: string; types: boolean }[] {
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm,
  );
  const calls = source.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...[...statements].map(([, type, specifier = '']) => ({ specifier, types: Boolean(type) })),
    ...[...calls].map(([, specifier = '']) => ({ specifier, types: false })),
  ];
}

/** The layer, or the npm package, that an import specifier belongs to. */
function owner(specifier: string, file: string): string {
  if (!specifier.startsWith('.')) {
    const [scope = '', name = ''] = specifier.replace(/^react-dom\b/, 'react').split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  const target = fileURLToPath(new URL(specifier, new URL(file, src)));
  const path = relative(fileURLToPath(src), target);
  return path.startsWith('../public/') ? 'public' : (path.split('/')[0] ?? '');
}

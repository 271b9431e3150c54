import { readdirSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = new URL('../src/', import.meta.url);
/** All files of `src` that are written by hand. */
export const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(tsx?|css)$/.test(path),
);
/** Those of them that the product is made of. */
export const product = modules.filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
export const importsByFile = new Map(product.map((file) => [file, importsOf(read(file), file)]));

/** The text of a file of `src`. */
export function read(file: string): string {
  return readFileSync(new URL(file, src), 'utf8');
}

/** Static imports, re-exports, imports for effect and `import()`, with whether only types are taken. */
function importsOf(source: string, file: string): { target: string; types: boolean }[] {
  const statements = source.matchAll(
    /^(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm,
  );
  const calls = source.matchAll(/\bimport\(\s*'([^']+)'/g);
  return [
    ...[...statements].map(([, type, specifier = '']) => ({ specifier, types: Boolean(type) })),
    ...[...calls].map(([, specifier = '']) => ({ specifier, types: false })),
  ].map(({ specifier, types }) => ({ target: targetOf(specifier, file), types }));
}

/** The file within `src`, `public`, or the npm package, that an import specifier means. */
function targetOf(specifier: string, file: string): string {
  if (!specifier.startsWith('.')) {
    const [scope = '', name = ''] = specifier.replace(/^react-dom\b/, 'react').split('/');
    return scope.startsWith('@') ? `${scope}/${name}` : scope;
  }
  const target = fileURLToPath(new URL(specifier.replace(/\?.*$/, ''), new URL(file, src)));
  const path = relative(fileURLToPath(src), target);
  return path.startsWith('../public/') ? 'public/' : path;
}

/** Whether what an import means is a package, rather than a file. */
export function isPackage(target: string): boolean {
  return !/\.\w+$|\/$/.test(target);
}

/** Each circle once, as the files that lie on it. */
export function circlesIn(graph: ReadonlyMap<string, readonly { target: string }[]>): string[][] {
  const done = new Set<string>();
  const circles: string[][] = [];
  const visit = (file: string, way: readonly string[]): void => {
    if (way.includes(file)) {
      circles.push(way.slice(way.indexOf(file)));
      return;
    }
    if (done.has(file)) return;
    for (const { target } of graph.get(file) ?? []) visit(target, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

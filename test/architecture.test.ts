import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { floors, mayImport, purposes, rooms, typesOnly } from './architecture-table.ts';
import { circlesIn, importsByFile, isPackage, modules, product, read } from './module-graph.ts';

const longestFile = 250;
const fullestFolder = 30;
test('there is something to check', () => {
  expect(product.length).toBeGreaterThan(200);
  expect([...importsByFile.values()].flat().length).toBeGreaterThan(500);
});

describe.each(product)('%s', (file) => {
  const [layer = ''] = file.split('/');
  const imports = (importsByFile.get(file) ?? []).map(({ target, types }) => ({
    owner: target.split('/')[0] ?? '',
    target,
    types,
  }));

  test('imports only the layers below it', () => {
    const allowed = [layer, ...(mayImport[layer] ?? [])];
    const owners = imports.map(({ target, owner }) => (isPackage(target) ? target : owner));
    expect(owners.filter((name) => !allowed.includes(name))).toEqual([]);
  });

  test('takes only types where only types may cross', () => {
    const crossings = imports
      .filter(({ types }) => !types)
      .map(({ owner }) => `${layer} → ${owner}`);
    expect(crossings.filter((crossing) => typesOnly.has(crossing))).toEqual([]);
  });
});

test('a room of core imports only rooms of earlier floors, types included', () => {
  const core = product.filter((file) => file.startsWith('core/'));
  expect(core.map(roomOf).filter((room) => floorOf(room) === -1)).toEqual([]);
  const climbs = core.flatMap((file) =>
    (importsByFile.get(file) ?? [])
      .map(({ target }) => target)
      .filter((target) => target.startsWith('core/') && roomOf(target) !== roomOf(file))
      .filter((target) => floorOf(roomOf(target)) >= floorOf(roomOf(file)))
      .map((target) => `${file} → ${target}`),
  );
  expect(climbs).toEqual([]);
});

test.each(modules)('%s lies where its layer keeps files, and is short enough to read', (file) => {
  const parts = file.split('/');
  const depths = { always: [3], some: [2, 3], never: [2] }[rooms[parts[0] ?? ''] ?? 'never'];
  expect(depths).toContain(parts.length);
  expect(read(file).split('\n').length).toBeLessThanOrEqual(longestFile);
});

test('no folder has more files than a person takes in', () => {
  expect([...fileCounts()].filter(([, count]) => count > fullestFolder)).toEqual([]);
});

// The linter looks at files, too, but not at imports of types alone.
test('no file imports itself by way of others, types included', () => {
  expect(circlesIn(importsByFile)).toEqual([]);
});

// Made anew by `npm run unit -- -u architecture`.
test('docs/rooms.md lists every folder of src with what lies there', async () => {
  const rows = [...fileCounts()].toSorted().map(([folder, count]) => {
    expect(purposes, `what lies in src/${folder}`).toHaveProperty([folder]);
    return `| \`src/${folder}\` | ${count} | ${purposes[folder]} |`;
  });
  const head = ['# Rooms', '', '| folder | files | what lies there |', '|---|---|---|'];
  const notes = [
    'Tests and styles are not counted. `test/architecture.test.ts` writes this table.',
  ];
  const page = [...head, ...rows, '', ...notes, ''].join('\n');
  await expect(page).toMatchFileSnapshot('../docs/rooms.md');
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

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function floorOf(room: string): number {
  return floors.findIndex((names) => names.includes(room));
}

/** The number of source files in each folder of `src`. */
function fileCounts(): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const file of product) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  return counts;
}

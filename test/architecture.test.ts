import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/**
 * Who may import whom. Every arrow between the layers is a word in this table; `public` stands for
 * the message catalogue, of which only the type is read.
 */
const mayImport: Record<string, readonly string[]> = {
  core: [
    'zod',
    '@cfworker/json-schema',
    'libphonenumber-js',
    'css-selector-parser',
    'fast-plist',
    'jsonc-parser',
    'js-yaml',
    'har-format',
    '@lezer/common',
    '@lezer/javascript',
    '@lezer/python',
    '@lezer/java',
    '@lezer/go',
    '@lezer/php',
    'public',
  ],
  platform: ['core'],
  launcher: ['core', 'platform'],
  content: ['core'],
  ui: ['core', 'react'],
  worker: ['core', 'platform', 'content', 'oauth4webapi'],
  popup: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  sidepanel: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  options: ['core', 'platform', 'launcher', 'content', 'ui', 'react'],
  checker: ['core', 'ui', 'react', 'public'],
};

/** The rooms of core, on their floors: a room imports only rooms of earlier floors. */
const floors: readonly (readonly string[])[] = [
  ['base'],
  ['pattern'],
  ['settings', 'number', 'selector'],
  ['session', 'page', 'flow'],
  ['conversation', 'lookup'],
  ['form'],
  ['launch', 'policy'],
  ['provision'],
  ['request', 'copy'],
  ['code', 'shell', 'export', 'doctor'],
  ['grammar'],
  ['paste'],
  ['diagnosis'],
  ['view'],
  ['step'],
];

/** What lies in each folder of `src`, for docs/rooms.md. */
const purposes: Record<string, string> = {
  'core/base':
    'what every room needs: failures, findings, HTTP, text, schemas, environments, redaction',
  'core/pattern':
    'regular expressions of other people, run in a time that grows with the text only',
  'core/settings':
    'the settings document, policy, import and comparison, site rules, and their forms',
  'core/policy':
    'policies in all their forms: read, checked for contradictions, written, and what agents will see',
  'core/provision': 'the OAuth client and the roles in Genesys Cloud, as code',
  'core/session': 'signing in, who is signed in and what they may do, the check of a connection',
  'core/number':
    'telephone numbers in text: how they are written, what stands beside them, what only looks like one',
  'core/selector': 'selectors for an element that a person picked: the shortest that lasts',
  'core/page': 'from the snapshot of a page to its fields: numbers, names, emails, ids',
  'core/flow': 'flows, the list of them and its search, flow addresses',
  'core/conversation':
    'the agent’s conversations in Genesys Cloud: reading them, who the customer is, page or conversation',
  'core/lookup': 'what is looked up on demand: external contacts, rows of data tables',
  'core/form': 'a draft of a launch: inputs, their schema, mapping from a page, checks',
  'core/launch':
    'the record of a launch and what can happen to it: request, answer, execution, history',
  'core/copy': 'a request in the languages that people use, to be copied',
  'core/request': 'requests and answers as they were shown, and almost-JSON',
  'core/code': 'what code calls and which requests that makes, in whatever language',
  'core/grammar': 'languages: from their texts to what core/code follows, each loaded for itself',
  'core/shell': 'reading commands: curl, wget, HTTPie, gc',
  'core/export': 'reading what tools export: Postman, HAR, n8n and others; answers as JSON',
  'core/paste': 'taking a pasted text apart into requests, answers and executions',
  'core/doctor': 'what is wrong with a request, before or without an answer',
  'core/diagnosis': 'why a launch was refused or failed, preflight, support bundle',
  'core/view': 'what a view draws, what can happen to it, what it can ask of the worker',
  'core/step':
    'what becomes of a view when something happens to it, up to the launch that it sends',
  platform: 'one browser power a file',
  'platform/store': 'everything that is kept, and how',
  'platform/keys':
    'what is kept, in files by owner: each thing with its area, name, schema and when it goes',
  launcher: 'what the popup and the side panel share: state, and the effects that it asks for',
  content: 'what runs inside a page: reads, decides nothing',
  worker: 'the service worker, one job a file',
  'worker/session':
    'signing in and out, renewing, what the person may do, the check of a connection, connections that are gone',
  'ui/kit': 'buttons, fields, notices: what all views are made of',
  'ui/form': 'the form of a flow',
  'ui/customer': 'whom a form is about: the conversation in hand, beside what the page says',
  'ui/picker': 'choosing a flow',
  'ui/result': 'what became of a launch',
  'ui/history': 'the list of launches',
  'ui/set-up': 'a first connection, and signing in',
  'ui/shell': 'the launcher as a whole: header, keys, steps',
  'ui/checker': 'the checker of pasted requests and answers',
  checker: 'the checker as a web page of its own, without the extension',
  popup: 'the popup’s page',
  sidepanel: 'the side panel’s page',
  options: 'the options page and its smaller sections',
  'options/fields': 'fields and sections that all options share',
  'options/connections': 'connections: editing, signing in, checking',
  'options/flows': 'the flows of a connection',
  'options/sites': 'site rules: editing, picker, preview',
  'options/rollout':
    'for administrators: settings as a policy, a policy in words, the OAuth client as code',
  'options/data': 'export, import, and what could not be read',
};

/** Imports of which only types may cross, because the code would follow into the wrong place. */
const typesOnly: ReadonlySet<string> = new Set([
  'content → core',
  'core → har-format',
  'core → public',
]);

/** How many folders deep the files of a layer lie; all others lie in the layer's own folder. */
const rooms: Record<string, 'always' | 'some'> = {
  core: 'always',
  ui: 'always',
  platform: 'some',
  options: 'some',
  worker: 'some',
};

const longestFile = 250;
const fullestFolder = 30;
const src = new URL('../src/', import.meta.url);
const modules = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((path) =>
  /\.(tsx?|css)$/.test(path),
);
const product = modules.filter((path) => /\.tsx?$/.test(path) && !path.includes('.test.'));
const importsByFile = new Map(product.map((file) => [file, importsOf(read(file), file)]));

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

function read(file: string): string {
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
function isPackage(target: string): boolean {
  return !/\.\w+$|\/$/.test(target);
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

/** Each circle once, as the files that lie on it. */
function circlesIn(graph: ReadonlyMap<string, readonly { target: string }[]>): string[][] {
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

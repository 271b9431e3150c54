import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { manifestFor } from '../manifest.config.ts';

// `@types/chrome` is generated from Chrome's own descriptions, and says since when each method is there.
const types = readFileSync(
  createRequire(import.meta.url)
    .resolve('@types/chrome/package.json')
    .replace('package.json', 'index.d.ts'),
  'utf8',
);

/** What the types do not say, with its source. */
const besides: Readonly<Record<string, number>> = {
  // Alarms of half a minute: https://developer.chrome.com/docs/extensions/reference/api/alarms
  'alarms.create': 120,
  // https://caniuse.com/mdn-css_types_color_light-dark
  'light-dark()': 123,
};

function sources(): string[] {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' });
  return files
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\./.test(name))
    .map((name) => readFileSync(`src/${name}`, 'utf8').replaceAll(/\/\/.*|\/\*[\s\S]*?\*\//g, ''));
}

/** What is called of the browser: `storage.getKeys` and the like. */
function used(): string[] {
  const calls = sources().flatMap((text) => [...text.matchAll(/chrome\.([a-z]\w*)((?:\.\w+)+)/g)]);
  return [...new Set(calls.map(([, area, path]) => `${area}.${path?.split('.').at(-1)}`))];
}

/** Since which version there is a member of an area: 0 where the types do not say, as of what was always there. */
function since(name: string): number {
  const [area, member] = name.split('.');
  const [, body = ''] =
    new RegExp(`\\n    export namespace ${area} \\{([\\s\\S]*?)\\n    \\}\\n`).exec(types) ?? [];
  const pattern = new RegExp(
    `(?:/\\*\\*((?:(?!\\*/)[\\s\\S])*?)\\*/\\s*)?(?:export )?(?:function |const |let )?\\b${member}\\b\\??[(:<]`,
    'g',
  );
  const found = [...body.matchAll(pattern)].map(([, words]) =>
    Number(/@since Chrome (\d+)/.exec(words ?? '')?.[1] ?? 0),
  );
  return found.length === 0 ? Number.NaN : Math.max(...found);
}

test('the lowest version of Chrome that is asked for is the highest that something needs', async () => {
  const needs = [...used().map((name) => [name, since(name)] as const), ...Object.entries(besides)];
  const known = needs.filter(([, version]) => !Number.isNaN(version));
  expect(known.length).toBeGreaterThan(50);
  const highest = Math.max(...known.map(([, version]) => version));
  const manifest = await Promise.resolve(manifestFor('production'));
  const { minimum_chrome_version } = Object(manifest);
  expect(Number(minimum_chrome_version)).toBe(highest);
});

test.each([
  ['storage.getKeys', 130],
  ['action.openPopup', 127],
  ['runtime.getContexts', 116],
  ['tabs.query', 0],
])('%s is there since Chrome %i', (name, version) => {
  expect(since(name)).toBe(version);
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
  version?: string;
  license?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
}

const lock = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'));
const packages = Object.entries<Locked>(lock.packages).filter(([path]) => path !== '');

/** Licences that let everybody use, change and pass on what they cover. */
const free = [
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Apache-2.0',
  'PSF-2.0',
];
/** Of tools only, which we do not pass on. */
const ofTools = ['MPL-2.0', 'MIT OR Apache-2.0'];

const isShipped = ({ dev, optional }: Locked) => !dev && !optional;
const named = (of: (locked: Locked) => boolean) =>
  packages.filter(([, locked]) => of(locked)).map(([path]) => path);

test('every package has the hash of what the registry has', () => {
  expect(packages.length).toBeGreaterThan(100);
  expect(named(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''))).toEqual([]);
});

test('no package comes from anywhere but the registry', () => {
  const elsewhere = ({ resolved }: Locked) =>
    resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/');
  expect(named(elsewhere)).toEqual([]);
});

test('every licence is one that is known, and what we ship has a free one', () => {
  const known = [...free, ...ofTools];
  expect(named(({ license = '' }) => !known.includes(license))).toEqual([]);
  const shipped = packages.filter(([, locked]) => isShipped(locked));
  expect(shipped.length).toBeGreaterThan(5);
  expect(shipped.filter(([, { license = '' }]) => !free.includes(license))).toEqual([]);
});

test('what we ship is what was decided on, and what that needs itself', () => {
  const shipped = named(isShipped).map((path) => path.replace(/^.*node_modules\//, ''));
  const decided = Object.keys(
    JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).dependencies,
  );
  const needed = ['@lezer/highlight', '@lezer/lr', 'argparse', 'scheduler'];
  expect(shipped.filter((name) => ![...decided, ...needed].includes(name))).toEqual([]);
});

test('packages are installed without running their scripts', () => {
  const setUp = readFileSync(new URL('../scripts/set-up.mjs', import.meta.url), 'utf8');
  expect(setUp).toMatch(/npm ci --ignore-scripts/);
  expect(setUp).not.toMatch(/npm (?:install|i)\b/);
});

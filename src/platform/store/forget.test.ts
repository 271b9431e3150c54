import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeArea } from '../../../test/harness/chrome/storage.ts';
import { forgetOwned, forgetPerson } from './forget.ts';
import type { Entry } from './stored.ts';

// All files, so that one that is missing in the table shows.
const files = import.meta.glob<Record<string, object>>('../keys/*.ts', { eager: true });
const table: Entry<unknown>[] = Object.values(files)
  .flatMap((keys) => Object.values(keys))
  .flatMap((kept) => ('entry' in kept ? [kept.entry as Entry<unknown>] : []));
const areas = { local: fakeArea(), session: fakeArea() };
const kept = { local: areas.local.values, session: areas.session.values };

/** One of everything for two owners of each kind, so that it shows what goes and what stays. */
beforeEach(() => {
  for (const { area, name, of } of table) {
    for (const id of of === undefined ? [''] : [' 1', ' 12']) kept[area].set(`${name}${id}`, {});
  }
  vi.stubGlobal('chrome', { storage: areas });
});

test('all tables of a connection go with it', async () => {
  kept.session.set('table 1 some-table', {}).set('table 12 some-table', {});
  await forgetOwned('connection', [1]);
  expect(left()).not.toContain('table 1 some-table');
  expect(left()).toContain('table 12 some-table');
});

const left = () => new Set([...kept.local.keys(), ...kept.session.keys()]);
const namesOf = (wanted: (entry: Entry<unknown>) => boolean) =>
  table.filter(wanted).map(({ name }) => name);

test('no two things are kept under one name, and none under a name that begins another one', () => {
  const names = table.map(({ name }) => name);
  const clashes = names.filter((one) => names.some((other) => other.startsWith(`${one} `)));
  expect(clashes).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
});

test.each(['tab', 'connection', 'launch'] as const)(
  'what belongs to a %s goes with it',
  async (of) => {
    await forgetOwned(of, [1]);
    const owned = namesOf((entry) => entry.of === of);
    expect(owned.length).toBeGreaterThan(2);
    for (const name of owned) {
      expect(left()).not.toContain(`${name} 1`);
      expect(left()).toContain(`${name} 12`);
    }
    for (const name of namesOf((entry) => entry.of !== undefined && entry.of !== of)) {
      expect(left()).toContain(`${name} 1`);
    }
  },
);

describe('who signs out of a connection', () => {
  beforeEach(() => forgetPerson('1'));

  test('leaves nothing of the person in it, and other connections alone', () => {
    for (const name of namesOf(({ of, personal }) => of === 'connection' && personal === true)) {
      expect(left()).not.toContain(`${name} 1`);
      expect(left()).toContain(`${name} 12`);
    }
  });

  test('leaves nothing of the person in any tab', () => {
    for (const name of namesOf(({ of }) => of === 'tab')) {
      expect(left()).not.toContain(`${name} 1`);
      expect(left()).not.toContain(`${name} 12`);
    }
    expect(left()).not.toContain('lately');
  });

  test('keeps the settings, the records of launches, and that they signed out', () => {
    const stays = ['settings', 'readable-sites', 'launch 1', 'open-launches', 'signed-out 1'];
    expect([...left()]).toEqual(expect.arrayContaining(stays));
  });
});

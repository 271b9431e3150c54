import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { settingsSchema } from '../settings/settings.ts';
import { hasEnded, launchSchema } from './launch.ts';

/** What version 0.1.0 left in `chrome.storage.local`, seen in a browser: its README says how. */
const stored: Record<string, unknown> = JSON.parse(
  readFileSync(
    new URL('../../../test/fixtures/records-0.1.0/storage.json', import.meta.url),
    'utf8',
  ),
);
const records = Object.entries(stored).filter(([key]) => key.startsWith('launch '));

describe('what version 0.1.0 has stored is read', () => {
  test.each(records)('%s', (_, record) => {
    const launch = launchSchema.parse(record);
    const { version, customer, ...rest } = launch;
    expect(version).toBe(2);
    expect(rest).toEqual(record);
    const phone = launch.inputs?.['Flow.phone'];
    expect(customer).toEqual(phone === undefined ? undefined : { number: phone });
    expect(launchSchema.parse(JSON.parse(JSON.stringify(launch)))).toEqual(launch);
  });

  test('of every state that stays, with and without inputs', () => {
    const launches = records.map(([, record]) => launchSchema.parse(record));
    const states = new Set(launches.map(({ state }) => state));
    expect([...states].toSorted()).toEqual([
      'completed',
      'failed',
      'refused',
      'sending',
      'unknown',
    ]);
    expect(launches.some(({ inputsRemoved }) => inputsRemoved)).toBe(true);
    expect(launches.filter((launch) => !hasEnded(launch))).not.toEqual([]);
  });

  test('the settings', () => {
    expect(settingsSchema.parse(stored.settings)).toMatchObject({ connection: 'Sandbox' });
  });
});

test('a record of a later version is left as it is, rather than misunderstood', () => {
  const [, record] = records[0] ?? [];
  expect(launchSchema.safeParse({ ...Object(record), version: 3 }).success).toBe(false);
});

import { beforeEach, expect, test, vi } from 'vitest';
import { fakeArea } from '../../test/harness/chrome/storage.ts';
import { launchRecord } from '../../test/harness/launch-record.ts';
import type { Launch } from '../core/launch/launch.ts';
import { keptLaunches } from './kept-launches.ts';

const running = launchRecord({ state: 'running' });
const key = `launch ${running.id}`;

let local: ReturnType<typeof fakeArea>;
beforeEach(() => {
  local = fakeArea();
  vi.stubGlobal('chrome', { storage: { local } });
});

test('a launch that is not wanted any more is not kept, for a panel that is open all day', async () => {
  const isRunning = ({ state }: Launch) => state === 'running';
  const launches = keptLaunches(() => {}, new AbortController().signal, isRunning);
  await local.set({ [key]: running });
  expect(launches.all()).toEqual([running]);
  await local.set({ [key]: { ...running, state: 'completed' } });
  expect(launches.all()).toEqual([]);
});

test('what was read is older than what has changed meanwhile', async () => {
  const launches = keptLaunches(() => {}, new AbortController().signal);
  const completed: Launch = { ...running, state: 'completed' };
  await local.set({ [key]: completed });
  launches.add(new Map([[running.id, running]]));
  expect(launches.all()).toEqual([completed]);
});

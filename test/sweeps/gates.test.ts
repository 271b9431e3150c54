import { afterAll, beforeAll, expect, test } from 'vitest';
import { injectedSize, sizesOf } from '../bench/built-sizes.ts';
import { costOfIdlePage } from '../bench/idle-cost.ts';
import { requestsUntilAnswer } from '../bench/requests-per-launch.ts';
import { releasedBuild } from '../harness/build.ts';
import {
  chooseFlow,
  flowsAreRead,
  openLauncher,
  openStage,
  pressLaunch,
  type Stage,
  signInBy,
} from '../harness/stage.ts';

// What must not get worse unnoticed. How fast it all is, `npm run bench` says: docs/performance.md

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});

afterAll(() => stage.close());

test('the released build is small', async () => {
  const { zip, worker, popup } = sizesOf(releasedBuild);
  // 180 kB of it are what only the checker of pasted requests loads: docs/decisions/060
  expect(zip).toBeLessThanOrEqual(772_000);
  expect(worker.gzipped).toBeLessThanOrEqual(78_000);
  expect(popup.gzipped).toBeLessThanOrEqual(118_000);
  expect(await injectedSize()).toBeLessThanOrEqual(28_000);
});

test('every file that is weighed exists', () => {
  const { zip, worker, popup, popupLater } = sizesOf(releasedBuild);
  expect(zip).toBeGreaterThan(100_000);
  expect(worker.plain).toBeGreaterThan(50_000);
  expect(popup.plain).toBeGreaterThan(350_000);
  expect(popupLater.plain).toBeGreaterThan(100_000);
});

test('a page on which the person has not clicked costs nothing', async () => {
  expect(await costOfIdlePage(stage.browser.context)).toEqual({ bytes: 0, milliseconds: 0 });
});

test('a launch of a person who is signed in is one request', async () => {
  const { popup } = await openLauncher(stage);
  await signInBy(stage, popup);
  await chooseFlow(popup, 'Rebuild wallboard');
  await flowsAreRead(stage.browser);
  const seen = await requestsUntilAnswer(stage.sandbox, () => pressLaunch(popup));
  expect(seen.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v2/flows/executions',
  ]);
});

import { expect, test } from 'vitest';
import { runInBrowser } from '../simulate/real/run.ts';

test('what happens beside a page at random, in a real browser: every launch is meant', async () => {
  const { launches, breaches } = await runInBrowser({ trials: 24, seed: 6 });
  expect(breaches).toEqual([]);
  expect(launches).toBeGreaterThan(0);
}, 300_000);

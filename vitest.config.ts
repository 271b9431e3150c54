import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { injectedFunctions } from './scripts/injected.ts';
import { LongestFirst } from './test/harness/longest-first.ts';

/**
 * Tests that go by the clock, wait for the window manager, or install an extension into every browser of the machine:
 * no other browser runs beside them.
 */
const gestures = 'test/e2e/gestures.test.ts';
const sweepsAlone = ['heard', 'gates', 'hostile-selectors', 'package-job', 'first-launch'].map(
  (name) => `test/sweeps/${name}.test.ts`,
);

const inBrowser = {
  globalSetup: 'test/harness/build.ts',
  setupFiles: 'test/harness/keep-failures.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What a browser shows takes its time on a busy machine.
  expect: { poll: { timeout: 15_000 } },
};

/** Tests in a browser, after those of a lower order: https://vitest.dev/config/sequence#sequence-grouporder */
function testsInBrowser(
  name: string,
  groupOrder: number,
  some: TestProjectInlineConfiguration['test'],
): TestProjectInlineConfiguration {
  return {
    plugins: [injectedFunctions()],
    test: { ...inBrowser, ...some, name, sequence: { groupOrder } },
  };
}

/**
 * Each worker has a browser, which its files share, as they share what they load. With three on two cores some are
 * later than tests wait.
 */
const sideBySide = { maxWorkers: 2, isolate: false };

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [injectedFunctions()],
        test: {
          name: 'unit',
          setupFiles: 'test/harness/leave-nothing.ts',
          // Some tests start programs, which takes its time beside the browser tests.
          testTimeout: 120_000,
          // Without it Vitest leaves one core to itself: https://vitest.dev/config/maxworkers
          maxWorkers: 2,
          // What the files share is loaded once, not once a file: https://vitest.dev/config/isolate
          isolate: false,
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/sandbox/**/*.test.ts',
            'test/simulate/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
        },
      },
      // First, while the unit tests, which `npm test` runs beside them, use the other core.
      testsInBrowser('e2e-alone', 1, { include: [gestures], maxWorkers: 1 }),
      testsInBrowser('e2e', 2, {
        include: ['test/e2e/**/*.test.ts'],
        exclude: [gestures],
        ...sideBySide,
      }),
      testsInBrowser('sweeps', 3, {
        include: ['test/sweeps/**/*.test.ts'],
        exclude: sweepsAlone,
        ...sideBySide,
      }),
      testsInBrowser('sweeps-alone', 4, { include: sweepsAlone, maxWorkers: 1 }),
    ],
  },
});

import { defineConfig } from 'vitest/config';
import { injectedFunctions } from './scripts/injected.ts';

/**
 * Tests that go by the clock, hold the only keyboard, or install an extension into every browser of the
 * machine: nothing else runs beside them.
 */
const alone = ['read-page', 'gates', 'gestures', 'heard', 'package-job', 'first-launch'].map(
  (name) => `test/e2e/${name}.test.ts`,
);

const inBrowser = {
  globalSetup: 'test/harness/build.ts',
  setupFiles: 'test/harness/keep-failures.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What a browser shows takes its time on a busy machine.
  expect: { poll: { timeout: 15_000 } },
};

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [injectedFunctions()],
        test: {
          name: 'unit-core',
          testTimeout: 30_000,
          // Without it Vitest leaves one core to itself: https://vitest.dev/config/maxworkers
          maxWorkers: 2,
          include: ['src/core/**/*.test.ts'],
          // What is pure leaves nothing behind, so that its tests can share what they load: three times
          // as quick. https://vitest.dev/config/isolate
          isolate: false,
        },
      },
      {
        plugins: [injectedFunctions()],
        test: {
          name: 'unit',
          // Some tests start programs, which takes its time on a busy machine.
          testTimeout: 30_000,
          maxWorkers: 2,
          include: [
            'src/**/*.test.{ts,tsx}',
            'test/*.test.ts',
            'test/sandbox/**/*.test.ts',
            'test/simulate/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['src/core/**'],
        },
      },
      {
        plugins: [injectedFunctions()],
        test: {
          ...inBrowser,
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: alone,
          // Every file opens a browser of its own; two at a time is what two cores carry.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [injectedFunctions()],
        test: {
          ...inBrowser,
          name: 'e2e-alone',
          include: alone,
          maxWorkers: 1,
          // After the others: https://vitest.dev/config/sequence#sequence-grouporder
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});

import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { injectedFunctions } from './scripts/injected.ts';

/**
 * Tests that go by the clock, hold the only keyboard, or install an extension into every browser of the
 * machine: nothing else runs beside them.
 */
const alone = [
  'e2e/read-page',
  'e2e/gestures',
  'sweeps/heard',
  'sweeps/gates',
  'sweeps/package-job',
  'sweeps/first-launch',
].map((name) => `test/${name}.test.ts`);

const inBrowser = {
  globalSetup: 'test/harness/build.ts',
  setupFiles: 'test/harness/keep-failures.ts',
  testTimeout: 120_000,
  hookTimeout: 120_000,
  // What a browser shows takes its time on a busy machine.
  expect: { poll: { timeout: 15_000 } },
};

/** The tests of a folder: those that can run side by side, and after them those that cannot. */
function testsInBrowser(folder: string, order: number): TestProjectInlineConfiguration[] {
  const all = `test/${folder}/**/*.test.ts`;
  // Groups of a lower order run first: https://vitest.dev/config/sequence#sequence-grouporder
  const project = (name: string, groupOrder: number, some: object) => ({
    plugins: [injectedFunctions()],
    test: { ...inBrowser, ...some, name, sequence: { groupOrder } },
  });
  return [
    // Each worker has a browser, which its files share, as they share what they load. With three on two cores some
    // are later than tests wait.
    project(folder, order, { include: [all], exclude: alone, maxWorkers: 2, isolate: false }),
    project(`${folder}-alone`, order + 1, {
      include: alone.filter((file) => file.startsWith(`test/${folder}/`)),
      maxWorkers: 1,
    }),
  ];
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [injectedFunctions()],
        test: {
          name: 'unit',
          setupFiles: 'test/harness/leave-nothing.ts',
          // Some tests start programs, which takes its time on a busy machine.
          testTimeout: 30_000,
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
      ...testsInBrowser('e2e', 1),
      ...testsInBrowser('sweeps', 3),
    ],
  },
});

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { trials } from './act.ts';
import { type Defect, defects, invariants } from './rules.ts';
import { runTrial } from './trial.ts';

// npm run simulate -- --trials 100000 --seed 1 [--defects | --browser]

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    defects: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
  },
});
const numRuns = Number(values.trials);
const seed = Number(values.seed);

if (values.browser) await simulateInBrowser();
else {
  const planted = values.defects ? (Object.keys(defects) as Defect[]) : [undefined];
  for (const defect of planted) simulate(defect);
}

/** The same sequences in a real browser, beside an application that draws its records late. */
async function simulateInBrowser(): Promise<void> {
  // The model alone needs none of it.
  const [{ build }, { sandboxBuild }, { runInBrowser }] = await Promise.all([
    import('vite'),
    import('../harness/build.ts'),
    import('./real/run.ts'),
  ]);
  await build({
    mode: 'sandbox',
    logLevel: 'warn',
    build: { outDir: sandboxBuild, emptyOutDir: true },
  });
  const { launches, breaches } = await runInBrowser({ trials: numRuns, seed });
  process.stdout.write(`Trials in a browser: ${numRuns}, seed ${seed}; launches: ${launches}\n`);
  for (const breach of breaches) process.stdout.write(`Violation: ${breach}\n`);
  process.stdout.write(`Violations: ${breaches.length}\n`);
  if (breaches.length > 0) process.exitCode = 1;
}

function simulate(defect: Defect | undefined): void {
  const counts: Record<string, number> = {};
  const property = fc.property(trials, (trial) => {
    for (const [name, times] of Object.entries(runTrial(trial, defect))) {
      counts[name] = (counts[name] ?? 0) + times;
    }
  });
  const {
    failed,
    errorInstance,
    counterexample,
    numRuns: ran,
  } = fc.check(property, { numRuns, seed });
  if (defect !== undefined) {
    const found = failed ? `found: ${String(errorInstance).split('. ')[0]}` : 'NOT FOUND';
    process.stdout.write(`${defect} (${defects[defect]}): ${found}\n`);
    if (!failed) process.exitCode = 1;
    return;
  }
  process.stdout.write(`Trials: ${ran}, seed ${seed}\n\n`);
  for (const [name, words] of Object.entries(invariants)) {
    const tested = Object.entries(counts).filter(([each]) => each.split(':')[0] === name);
    const times = tested.reduce((sum, [, count]) => sum + count, 0);
    process.stdout.write(`${name}: ${words}. Put to the test ${times} times.\n`);
  }
  const refused = Object.entries(counts).filter(([name]) => name.startsWith('refused'));
  for (const [name, times] of refused) process.stdout.write(`${name}: ${times} times\n`);
  if (!failed) {
    process.stdout.write('\nViolations: 0\n');
    return;
  }
  process.stdout.write(
    `\nViolation: ${String(errorInstance)}\n${JSON.stringify(counterexample, null, 1)}\n`,
  );
  process.exitCode = 1;
}

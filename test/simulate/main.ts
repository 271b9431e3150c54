import { parseArgs } from 'node:util';
import { simulate, trialsToFind } from './report.ts';
import { type Defect, defects } from './rules.ts';

// npm run simulate -- --trials 100000 --seed 1 [--defects]
// npm run simulate -- --browser --trials 300 --seed 1 [--from 101] [--lanes 8]

const { values } = parseArgs({
  options: {
    trials: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    defects: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '4' },
  },
});
const trials = Number(values.trials ?? (values.browser ? 24 : 10_000));
const seed = Number(values.seed);

const isFaultless = values.browser
  ? await simulateInBrowser()
  : values.defects
    ? findDefects()
    : simulateWithModel();
if (!isFaultless) process.exitCode = 1;

function simulateWithModel(): boolean {
  const { text, isFaultless } = simulate(trials, seed);
  process.stdout.write(text);
  return isFaultless;
}

function findDefects(): boolean {
  const found = Object.keys(defects).map((name) => {
    const defect = name as Defect;
    const made = trialsToFind(defect, trials, seed);
    const words = made === undefined ? 'NOT FOUND' : `found by trial ${made}`;
    process.stdout.write(`${defect} (${defects[defect]}): ${words}\n`);
    return made !== undefined;
  });
  return !found.includes(false);
}

/** The same sequences in a real browser, beside an application that draws its records late. */
async function simulateInBrowser(): Promise<boolean> {
  // The model alone needs none of it.
  const [{ buildForSandbox }, { runInBrowser }] = await Promise.all([
    import('../harness/build.ts'),
    import('./real/run.ts'),
  ]);
  await buildForSandbox();
  const from = Number(values.from);
  const lanes = Number(values.lanes);
  const { launches, breaches } = await runInBrowser({ trials, seed, from, lanes });
  const last = from + trials - 1;
  process.stdout.write(
    `Trials in a browser: ${from} to ${last} of seed ${seed}; launches: ${launches}\n`,
  );
  for (const breach of breaches) process.stdout.write(`Violation: ${breach}\n`);
  process.stdout.write(`Violations: ${breaches.length}\n`);
  return breaches.length === 0;
}

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { runFaults } from '../test/faults/run.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '1' },
    only: { type: 'string' },
    lanes: { type: 'string', default: '6' },
  },
});

// Built apart from the tests' builds, which may be made anew while this runs.
const extension = fileURLToPath(new URL('../.build/faults/', import.meta.url));
await build({
  mode: 'sandbox',
  logLevel: 'warn',
  build: { outDir: extension, emptyOutDir: true },
});
const result = await runFaults({
  trials: Number(values.trials),
  seed: Number(values.seed),
  from: Number(values.from),
  only: values.only === undefined ? undefined : Number(values.only),
  lanes: Number(values.lanes),
  extension,
  say: console.log,
});
console.log(JSON.stringify(result));
const { lost, duplicated, untrue, stuck } = result;
process.exitCode = lost + duplicated + untrue + stuck === 0 ? 0 : 1;

/**
 * `npm run bench`: what it costs, beside what people would use instead and beside the limit, as a
 * table and in release/bench.json. docs/performance.md says how it is measured.
 *
 *   -- --only NAME   one measurement; `set-up`, which runs all tests twice, only so
 *   -- --quick       three rounds of each: shows that it works, not how fast it is
 *   -- --charts      draws the charts of docs/ from release/bench.json, and measures nothing
 */
import { parseArgs } from 'node:util';
import { drawCharts } from './charts.ts';
import type { Bench, Line, Measurement } from './finding.ts';
import { linesOf } from './finding.ts';
import { idleCost } from './idle-cost.ts';
import { launchCold, launchWarm } from './launch.ts';
import { memory } from './memory.ts';
import { picker } from './picker.ts';
import { popupPaint } from './popup-paint.ts';
import { popupReady, popupReadyHistory } from './popup-ready.ts';
import { readPage } from './read-page.ts';
import { readLines, table, writeLines } from './report.ts';
import { requestsPerLaunch } from './requests-per-launch.ts';
import { setUp } from './set-up.ts';
import { sizes } from './sizes.ts';

const measurements: readonly Measurement[] = [
  sizes,
  idleCost,
  requestsPerLaunch,
  popupPaint,
  popupReady,
  popupReadyHistory,
  launchWarm,
  launchCold,
  ...readPage,
  ...picker,
  memory,
];

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    charts: { type: 'boolean', default: false },
  },
});

if (values.charts) drawCharts(readLines());
else await measure(values.only, { rounds: (most) => (values.quick ? 3 : most) });

async function measure(only: string | undefined, bench: Bench): Promise<void> {
  const all = [...measurements, setUp];
  const chosen = only === undefined ? measurements : all.filter(({ name }) => name === only);
  if (chosen.length === 0) {
    console.error(`There is no "${only}". ${all.map(({ name }) => name).join(', ')}`);
    process.exitCode = 2;
    return;
  }
  const lines: Line[] = [];
  for (const { name, run } of chosen) {
    const started = performance.now();
    console.error(`${name} …`);
    lines.push(...(await run(bench)).flatMap(linesOf));
    console.error(`${name}: ${Math.round((performance.now() - started) / 1000)} s`);
    writeLines(lines);
  }
  console.log(table(lines));
}

/**
 * `npm run fit`: fits how much each feature of a number speaks for it being the one to call. Reads the
 * fragments in test/fixtures/pages and pages that are made of parts, writes the weights to
 * src/core/page/certainty-weights.ts and the curve to docs/calibration.svg, and prints the calibration
 * and what a form gets at each threshold, judged by weights that were fitted without the page.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { weights as before, enough, type Feature } from '../src/core/page/certainty-weights.ts';
import { observedNumbers } from '../src/core/page/number-field.ts';
import { numbersOfPage } from '../src/core/page/numbers-of-page.ts';
import { openSnapshots, type Snapshots } from '../test/harness/snapshots.ts';
import { firmPages } from './fit-firms.ts';
import {
  atThresholds,
  calibration,
  fit,
  isFirst,
  judgedByOthers,
  type Row,
  scaled,
  scaledWeights,
  scaling,
} from './fit-model.ts';
import { type LabelledPage, madePages } from './fit-pages.ts';
import { drawCalibration } from './fit-picture.ts';

const root = new URL('../', import.meta.url);
const weightsFile = new URL('src/core/page/certainty-weights.ts', root);
const made = 800;
const firms = 1500;
/** Browsers that read pages side by side: each waits most of the time. */
const readers = 3;

interface Fragment extends Omit<LabelledPage, 'number'> {
  number?: string | null;
  /** False where the number must not fill a form. */
  filled?: boolean;
}

const fragments: Fragment[] = JSON.parse(
  readFileSync(new URL('test/fixtures/pages/fragments.json', root), 'utf8'),
);
/** Without those whose number is right and must not fill a form all the same: their sources disagree. */
const labelled = fragments.flatMap(({ number, filled, ...page }): LabelledPage[] =>
  (number === undefined && filled === undefined) || (filled === false && number)
    ? []
    : [{ ...page, country: page.country ?? 'US', number: number ?? null }],
);

const rows = [...(await rowsOf([...labelled, ...madePages(made)])), ...rowsOfFirms()];
const names = Object.keys(before) as Feature[];
const byOthers = judgedByOthers(rows, names);
const toScale = scaling(byOthers.filter((row) => isFirst(row) && row.probability > 0.9));
const judged = scaled(byOthers, toScale);
writeWeights(scaledWeights(fit(rows, names), toScale));
const borders = [0, 0.1, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.97, 0.99, 1.01];
const bins = calibration(judged, borders);
writeFileSync(new URL('docs/calibration.svg', root), drawCalibration(bins, enough));

console.log(`${rows.length} numbers of ${new Set(rows.map(({ page }) => page)).size} pages\n`);
console.log('said    right   numbers');
for (const { said, happened, count } of bins)
  console.log(`${said.toFixed(3)}   ${happened.toFixed(3)}   ${count}`);
console.log('\nfrom    precision          recall');
for (const { from, filled, right, pages } of atThresholds(
  judged,
  [0.5, 0.8, 0.9, 0.95, 0.97, 0.99],
)) {
  const precision = `${(right / filled).toFixed(4)} (${right} of ${filled})`;
  console.log(
    `${from.toFixed(2)}    ${precision.padEnd(19)}${(right / pages).toFixed(3)} of ${pages} pages`,
  );
}

/** Every number of every page with its features, in the order of the pages. Pages without any number have no row. */
async function rowsOf(pages: readonly LabelledPage[]): Promise<Row[]> {
  const rows: Row[][] = [];
  let next = 0;
  const readTheNext = async (reader: Snapshots): Promise<void> => {
    const place = next;
    const page = pages[place];
    if (!page) return;
    next += 1;
    if (place % 100 === 0) console.error(`reading page ${place} of ${pages.length}`);
    const numbered = numbersOfPage(await reader.read(page), page.country);
    rows[place] = observedNumbers(numbered).map(({ value, features }) => ({
      page: `${page.name} ${place}`,
      features,
      isRight: value === page.number,
    }));
    await readTheNext(reader);
  };
  await Promise.all(
    Array.from({ length: readers }, async () => {
      const reader = await openSnapshots();
      try {
        await readTheNext(reader);
      } finally {
        await reader.close();
      }
    }),
  );
  return rows.flat();
}

function rowsOfFirms(): Row[] {
  return firmPages(firms).flatMap(({ name, snapshot, country, numbers: right }) => {
    const numbered = numbersOfPage(snapshot, country);
    return observedNumbers(numbered).map(({ value, features }) => ({
      page: name,
      features,
      isRight: right.includes(value),
    }));
  });
}

/** Puts the weights into their table, whose comments and order stay. */
function writeWeights(weights: Readonly<Record<string, number>>): void {
  const text = readFileSync(weightsFile, 'utf8');
  const written = text.replace(
    /^( {2}(\w+): )-?[\d.]+,$/gm,
    (_, head, name) => `${head}${weights[name]},`,
  );
  writeFileSync(weightsFile, written);
}

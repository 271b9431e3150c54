/** One number of a page as the fitting sees it: what is true of it, and whether it is the one to call. */
export interface Row {
  /** The page's name. */
  page: string;
  features: readonly string[];
  isRight: boolean;
}

export type Weights = Readonly<Record<string, number>>;

/** Keeps weights small of features that few rows have; of `base` nothing is held back. */
const ridge = 0.1;
const rounds = 4000;

/**
 * Logistic regression by gradient descent, every page counting the same. Gives the log-odds that each
 * feature adds.
 */
export function fit(rows: readonly Row[], names: readonly string[]): Weights {
  const columns = new Map(names.map((name, index) => [name, index]));
  const indices = rows.map(({ features }) => features.flatMap((name) => columns.get(name) ?? []));
  const weights = names.map(() => 0);
  // Adam: one step size for features that many rows have and for those that few have.
  // https://arxiv.org/abs/1412.6980
  const mean = names.map(() => 0);
  const square = names.map(() => 0);
  for (let round = 1; round <= rounds; round += 1) {
    const gradient = weights.map((weight, index) => (names[index] === 'base' ? 0 : ridge * weight));
    rows.forEach(({ isRight }, row) => {
      const error = probability(indices[row] ?? [], weights) - (isRight ? 1 : 0);
      for (const index of indices[row] ?? []) gradient[index] = (gradient[index] ?? 0) + error;
    });
    gradient.forEach((slope, index) => {
      mean[index] = 0.9 * (mean[index] ?? 0) + 0.1 * slope;
      square[index] = 0.999 * (square[index] ?? 0) + 0.001 * slope * slope;
      const step = (mean[index] ?? 0) / (1 - 0.9 ** round);
      const size = Math.sqrt((square[index] ?? 0) / (1 - 0.999 ** round)) + 1e-8;
      const next = (weights[index] ?? 0) - (0.03 * step) / size;
      weights[index] = allowed(names[index] ?? '', next);
    });
  }
  return Object.fromEntries(names.map((name, index) => [name, rounded(weights[index] ?? 0)]));
}

/** What speaks for a number never counts against it, and the other way about, whatever few rows say. */
const favourable =
  /^(?:callLink|telInput|structured|parameter|mobile|phone|international|usualGroups|inView|inMain|saidTwice)$/;

function allowed(name: string, weight: number): number {
  if (name === 'base') return weight;
  return favourable.test(name) ? Math.max(0, weight) : Math.min(0, weight);
}

function probability(indices: readonly number[], weights: readonly number[]): number {
  const odds = indices.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
  return 1 / (1 + Math.exp(-odds));
}

/** The probability that a number with these features is the one to call. */
function predicted({ features }: Pick<Row, 'features'>, weights: Weights): number {
  const odds = features.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
  return 1 / (1 + Math.exp(-odds));
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100;
}

/** A row with the probability that weights give it which were fitted without its page. */
export interface Judged extends Row {
  probability: number;
}

/** Judges every row by weights that were fitted to the pages of the other parts. */
export function judgedByOthers(
  rows: readonly Row[],
  names: readonly string[],
  parts = 5,
): Judged[] {
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const isOurs = ({ page }: Row) => partOf(page, parts) === part;
    const weights = fit(
      rows.filter((row) => !isOurs(row)),
      names,
    );
    return rows.filter(isOurs).map((row) => ({ ...row, probability: predicted(row, weights) }));
  });
}

/** The same part for a page each time, whatever its place in the list. FNV-1a. */
function partOf(page: string, parts: number): number {
  let hash = 0x811c9dc5;
  for (const sign of page) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % parts;
}

export interface Threshold {
  from: number;
  /** How many pages fill their form from here up, and in how many of them the number is right. */
  filled: number;
  right: number;
  /** Pages that have a number to call. */
  pages: number;
}

/** What a form would get at each threshold: of each page the likeliest number counts. */
export function atThresholds(rows: readonly Judged[], thresholds: readonly number[]): Threshold[] {
  const best = new Map<string, Judged>();
  for (const row of rows) {
    if (row.probability > (best.get(row.page)?.probability ?? -1)) best.set(row.page, row);
  }
  const pages = new Set(rows.filter(({ isRight }) => isRight).map(({ page }) => page)).size;
  return thresholds.map((from) => {
    const filled = [...best.values()].filter(({ probability }) => probability >= from);
    return {
      from,
      filled: filled.length,
      right: filled.filter(({ isRight }) => isRight).length,
      pages,
    };
  });
}

export interface Bin {
  said: number;
  happened: number;
  count: number;
}

/** How often numbers were right that were said to be so with about the same probability. */
export function calibration(rows: readonly Judged[], borders: readonly number[]): Bin[] {
  return borders.slice(0, -1).flatMap((from, index): Bin[] => {
    const to = borders[index + 1] ?? 1;
    const within = rows.filter(({ probability }) => probability >= from && probability < to);
    if (within.length === 0) return [];
    const said = within.reduce((sum, row) => sum + row.probability, 0) / within.length;
    const happened = within.filter(({ isRight }) => isRight).length / within.length;
    return [{ said, happened, count: within.length }];
  });
}

/**
 * Stretches and shifts log-odds so that what was said of rows by weights fitted without them comes true:
 * Platt's scaling. A ridge and signs that are kept make weights too timid.
 * https://en.wikipedia.org/wiki/Platt_scaling
 */
export function scaling(rows: readonly Judged[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  const odds = rows.map(({ probability }) => Math.log(probability / (1 - probability)));
  for (let round = 0; round < 3000; round += 1) {
    let [bySlope, byShift] = [0, 0];
    rows.forEach(({ isRight }, row) => {
      const error = 1 / (1 + Math.exp(-slope * (odds[row] ?? 0) - shift)) - (isRight ? 1 : 0);
      bySlope += error * (odds[row] ?? 0);
      byShift += error;
    });
    slope -= (0.05 * bySlope) / rows.length;
    shift -= (0.05 * byShift) / rows.length;
  }
  return { slope, shift };
}

/** The same rows with the probabilities that the scaling makes of theirs. */
export function scaled(
  rows: readonly Judged[],
  { slope, shift }: ReturnType<typeof scaling>,
): Judged[] {
  return rows.map((row) => {
    const odds = Math.log(row.probability / (1 - row.probability));
    return { ...row, probability: 1 / (1 + Math.exp(-slope * odds - shift)) };
  });
}

/** Weights to which the scaling is already applied. */
export function scaledWeights(
  weights: Weights,
  { slope, shift }: ReturnType<typeof scaling>,
): Weights {
  return Object.fromEntries(
    Object.entries(weights).map(([name, weight]) => [
      name,
      rounded(weight * slope + (name === 'base' ? shift : 0)) || 0,
    ]),
  );
}

/** One number of a page as the fitting sees it: what is true of it, and whether it is the one to call. */
export interface Row {
  /** The page's name. */
  page: string;
  features: readonly string[];
  isRight: boolean;
}

export type Weights = Readonly<Record<string, number>>;

/** Keeps weights small of features that few rows have; of `base` nothing is held back. */
const ridge = 0.05;
const rounds = 300;

/** What is true of the runners-up of a page alone. */
const ofRunnersUp = /^(?:notFirst|betterRival|rival)$/;

/**
 * Gives the log-odds that each feature adds. The first numbers of the pages give all weights but those of the
 * runners-up: a form is filled with the first, and how sure it is must not hang on the others.
 */
export function fit(rows: readonly Row[], names: readonly string[]): Weights {
  const [first, others] = [rows.filter(isFirst), rows.filter((row) => !isFirst(row))];
  const none = Object.fromEntries(names.map((name) => [name, 0]));
  // What no first number has (an order's number, say) is learnt from the others.
  const seen = new Set(first.flatMap(({ features }) => features));
  const isOfFirst = (name: string) => !ofRunnersUp.test(name) && seen.has(name);
  const ofFirst = fitted(first, none, isOfFirst);
  return fitted(others, ofFirst, (name) => !isOfFirst(name));
}

export function isFirst({ features }: Pick<Row, 'features'>): boolean {
  return !features.includes('notFirst');
}

/**
 * Logistic regression of the weights that are free, one after the other by Newton's method until none moves any
 * more: with a ridge there is one best table of weights.
 * https://web.stanford.edu/~hastie/Papers/glmnet.pdf (coordinate descent)
 */
function fitted(rows: readonly Row[], start: Weights, isFree: (name: string) => boolean): Weights {
  const names = Object.keys(start);
  const groups = alike(rows, names);
  const withFeature = names.map((_, index) =>
    groups.filter(({ indices }) => indices.includes(index)),
  );
  const weights = Object.values(start);
  const odds = new Map(
    groups.map((group) => [
      group,
      group.indices.reduce((sum, index) => sum + (weights[index] ?? 0), 0),
    ]),
  );
  for (let round = 0; round < rounds; round += 1) {
    let moved = 0;
    names.forEach((name, index) => {
      if (!isFree(name)) return;
      const before = weights[index] ?? 0;
      const held = name === 'base' ? 0 : ridge;
      let [slope, bend] = [held * before, held];
      for (const group of withFeature[index] ?? []) {
        const said = sigmoid(odds.get(group) ?? 0);
        slope += group.count * said - group.right;
        bend += group.count * said * (1 - said);
      }
      // A step is bounded: far from the best weights the bend says little.
      const step = Math.max(-1, Math.min(1, -slope / (bend + 1e-6)));
      const after = allowed(name, before + step);
      weights[index] = after;
      moved = Math.max(moved, Math.abs(after - before));
      for (const group of withFeature[index] ?? [])
        odds.set(group, (odds.get(group) ?? 0) + after - before);
    });
    if (moved < 0.001) break;
  }
  return Object.fromEntries(names.map((name, index) => [name, rounded(weights[index] ?? 0)]));
}

interface Group {
  /** Of the features that its rows have. */
  indices: readonly number[];
  count: number;
  right: number;
}

/** Rows of the same features are one to the fitting: of thousands some hundreds stay. */
function alike(rows: readonly Row[], names: readonly string[]): Group[] {
  const columns = new Map(names.map((name, index) => [name, index]));
  const groups = new Map<string, Group>();
  for (const { features, isRight } of rows) {
    const indices = features.flatMap((name) => columns.get(name) ?? []);
    const group = groups.get(indices.join()) ?? { indices, count: 0, right: 0 };
    group.count += 1;
    group.right += isRight ? 1 : 0;
    groups.set(indices.join(), group);
  }
  return [...groups.values()];
}

/** What speaks for a number never counts against it, and the other way about, whatever few rows say. */
const favourable =
  /^(?:callLink|telInput|structured|parameter|mobile|phone|international|usualGroups|inView|inMain|saidTwice)$/;

function allowed(name: string, weight: number): number {
  if (name === 'base') return weight;
  return favourable.test(name) ? Math.max(0, weight) : Math.min(0, weight);
}

function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** The probability that a number with these features is the one to call. */
function predicted({ features }: Pick<Row, 'features'>, weights: Weights): number {
  const odds = features.reduce((sum, name) => sum + (weights[name] ?? 0), 0);
  return sigmoid(odds);
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
      const error = sigmoid(slope * (odds[row] ?? 0) + shift) - (isRight ? 1 : 0);
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
    return { ...row, probability: sigmoid(slope * odds + shift) };
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

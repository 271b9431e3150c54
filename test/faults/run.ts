import { type Arena, openArena } from './arena.ts';
import { type Plan, planOf } from './plan.ts';
import { runTrial, type TrialResult } from './trial.ts';
import type { Verdict } from './verdict.ts';

export interface RunOptions {
  trials: number;
  seed: number;
  /** The first trial of the seed that is made; a long run can be made in parts. */
  from?: number | undefined;
  /** Only this trial of the seed, to look at it again. */
  only?: number | undefined;
  /** How many trials are made side by side; 1 unless given. */
  lanes?: number | undefined;
  /** Where the built extension lies; the build of the end-to-end tests unless given. */
  extension?: string | undefined;
  /** Called with a line for every trial. */
  say(line: string): void;
}

export interface RunResult extends Verdict {
  trials: number;
}

/**
 * Runs trials in lanes side by side. A lane is a browser, which some trials kill, with a sandbox of its own, and
 * makes one trial at a time: a trial mostly waits, and none can notice another.
 */
export async function runFaults(options: RunOptions): Promise<RunResult> {
  const { trials, seed, from = 1, only, lanes = 1 } = options;
  const total: RunResult = { trials: 0, lost: 0, duplicated: 0, untrue: 0, stuck: 0 };
  const numbers = only === undefined ? Array.from({ length: trials }, (_, n) => from + n) : [only];
  const plans = numbers.map((number) => planOf(seed, number)).values();
  const count = Math.min(lanes, numbers.length);
  await Promise.all(Array.from({ length: count }, () => runLane(plans, total, options)));
  return total;
}

/** Makes the trials that no other lane has begun, one after the other. */
async function runLane(
  plans: Iterable<Plan>,
  total: RunResult,
  { extension, say }: RunOptions,
): Promise<void> {
  let arena = await openArena(extension);
  try {
    for (const plan of plans) {
      const started = Date.now();
      let result = await attempt(arena, plan, say);
      if (result === undefined) {
        await arena.close();
        arena = await openArena(extension);
        result = await runTrial(arena, plan);
      }
      total.trials += 1;
      for (const fault of ['lost', 'duplicated', 'untrue', 'stuck'] as const) {
        total[fault] += result.verdict[fault];
      }
      say(lineOf(plan, result, Date.now() - started));
    }
  } finally {
    await arena.close();
  }
}

/**
 * A trial that breaks off (the browser did not start in time, say) shows nothing, and is made again
 * in a new browser. One that breaks off twice ends the run.
 */
async function attempt(
  arena: Arena,
  plan: Plan,
  say: RunOptions['say'],
): Promise<TrialResult | undefined> {
  try {
    return await runTrial(arena, plan);
  } catch (error) {
    say(`${String(plan.number).padStart(4)}  broke off, is made again: ${error}`);
    return undefined;
  }
}

function lineOf(plan: Plan, { verdict, records, served, seen }: TrialResult, took: number): string {
  const { after, milliseconds } = plan.moment;
  const wrong = Object.entries(verdict).filter(([, count]) => count > 0);
  return [
    String(plan.number).padStart(4),
    wrong.length === 0 ? 'ok  ' : wrong.map(([name]) => name.toUpperCase()).join(' '),
    `${(took / 1000).toFixed(1)} s`,
    `${plan.server}; ${plan.client}`,
    `${milliseconds} ms after the ${after}`,
    `served ${served}, says ${records.map(({ state }) => state).join(', ') || 'nothing'}`,
    ...(wrong.length === 0 ? [] : [JSON.stringify(records), seen.join('\n')]),
  ].join('  ');
}

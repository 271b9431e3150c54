import fc from 'fast-check';
import { settingsFor } from '../../harness/browser.ts';
import { type Stage, signedInStage } from '../../harness/stage.ts';
import { asksForLaunch, type Trial, trialsOf } from '../act.ts';
import { type Lane, openLane } from './lane.ts';

interface Options {
  trials: number;
  seed: number;
  /** The first trial of the seed that is made; a long run can be made in parts. */
  from?: number;
  /** How many tabs take part at a time. */
  lanes?: number;
}

/** What came of some trials in a real browser. */
export interface RealResult {
  trials: number;
  /** Launches that the server received. */
  launches: number;
  /** Those that were not meant, in words. */
  breaches: string[];
}

/**
 * Runs the sequences of the model in a real browser, beside the single-page application of the sandbox's CRM,
 * which draws its records late and in parts. Each lane has a tab of its own.
 */
export async function runInBrowser({
  trials,
  seed,
  from = 1,
  lanes = 4,
}: Options): Promise<RealResult> {
  const stage = await signedInStage({ requestsPerMinute: 100_000 });
  try {
    const inTurn = oneAfterTheOther();
    const open = Array.from({ length: lanes }, (_, place) => openLane(stage, place + 10, inTurn));
    const all = await Promise.all(open);
    // A longer sample of a seed begins with the shorter one.
    const asking = trialsOf(14).filter(asksForLaunch);
    const sample = fc.sample(asking, { numRuns: from - 1 + trials, seed }).slice(from - 1);
    // A connection asks or launches at once for everybody who uses it.
    for (const confirmLaunch of [false, true]) {
      for (const launchAtOnce of [false, true]) {
        const some = sample.filter(
          (each) => each.confirmLaunch === confirmLaunch && each.launchAtOnce === launchAtOnce,
        );
        await configure(stage, some[0]);
        await Promise.all(all.map((lane) => runNext(lane, some)));
      }
    }
    const { breaches, launches } = judge(stage, all);
    return { trials, launches, breaches };
  } finally {
    await stage.close();
  }
}

async function runNext(lane: Lane, left: Trial[]): Promise<void> {
  for (let trial = left.pop(); trial; trial = left.pop()) await lane.run(trial);
}

async function configure({ browser, sandbox }: Stage, trial: Trial | undefined): Promise<void> {
  if (trial === undefined) return;
  const { confirmLaunch, launchAtOnce } = trial;
  const { id, name } = sandbox.flow('requestCallback');
  const flows = [{ id, name, launchAtOnce }];
  await browser.configure(settingsFor(sandbox, { flows, confirmLaunch }));
}

function judge({ sandbox }: Stage, lanes: readonly Lane[]): Omit<RealResult, 'trials'> {
  const posts = sandbox
    .requests()
    .filter(({ method, path }) => method === 'POST' && path.endsWith('/flows/executions'))
    .map(({ time, bodyText }) => ({ at: time, value: numberOf(bodyText) }));
  const breaches = lanes.flatMap((lane) => {
    const own = posts.filter(({ value }) => lane.owns(value));
    const tooMany = own.length > lane.asked() ? [`${own.length} of ${lane.asked()} asked for`] : [];
    return [...own.flatMap((each) => lane.breach(each) ?? []), ...tooMany];
  });
  return { launches: posts.length, breaches };
}

function numberOf(body: string): string {
  return String(JSON.parse(body).inputData?.['Flow.customerNumber'] ?? '');
}

/** Windows are opened one after the other, so that each is known for what it is. */
function oneAfterTheOther() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = last.catch(() => {}).then(work);
    last = next;
    return next;
  };
}

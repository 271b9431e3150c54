import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failed } from '../base/failure.ts';
import { afterEvent, type LaunchEvent, newLaunch } from './event.ts';
import { type Launch, launchSchema } from './launch.ts';
import { nextStep } from './plan.ts';

const answer = (status: number) => ({ status, headers: {}, body: '', cut: false });
const { failure } = failed('timeout');
const created = newLaunch(
  {
    id: 'b1d4f3a2-0000-4000-8000-000000000001',
    connection: { name: 'Sandbox', key: 'key' },
    flow: { id: 'flow', name: 'Request callback' },
  },
  0,
);

/**
 * A world in which a POST does or does not start an execution, and in which whoever carries the
 * launch out sees only what comes back. Whatever is drawn happens at any time: early, late, again.
 */
const step = fc.record({
  kind: fc.constantFrom(
    'send',
    'answer 200',
    'answer 401',
    'answer 429',
    'answer 400',
    'answer 503',
    'answer 408',
    'lose',
    'never left',
    'give up',
    'cancel',
    'look up',
    'look',
    'end run',
  ),
  processed: fc.boolean(),
});

interface World {
  launch: Launch;
  /** The executions that the launch's POSTs really started, and how each stands. */
  runs: { id: string; status: string }[];
  /** A POST is out. */
  out: boolean;
}

function next(world: World, { kind, processed }: { kind: string; processed: boolean }): World {
  const { launch, runs, out } = world;
  const happens = (event: LaunchEvent, rest: Partial<World> = {}): World => ({
    ...world,
    ...rest,
    launch: afterEvent(launch, event),
  });
  const start = () => [...runs, { id: `run ${runs.length}`, status: 'RUNNING' }];
  if (kind === 'send') {
    const sent = afterEvent(launch, { type: 'sent', sentAs: 'stream', at: 1 });
    // As the worker does: what could not be written down is not sent. A POST that was out already
    // goes its way.
    if (sent === launch) return world;
    return { ...world, launch: sent, out: true, runs: out && processed ? start() : runs };
  }
  if (out && kind.startsWith('answer')) {
    const status = Number(kind.slice(7));
    const rest = { out: false };
    if (status === 200) {
      const started = start();
      const id = started.at(-1)?.id ?? '';
      return happens(
        { type: 'accepted', answer: answer(200), executionId: id, at: 2 },
        { ...rest, runs: started },
      );
    }
    if (status === 401 || status === 429) {
      const wait = status === 429 ? { until: 3, failure } : undefined;
      return happens({ type: 'not-taken', answer: answer(status), wait, at: 2 }, rest);
    }
    if (status === 400)
      return happens({ type: 'refused', failure, answer: answer(400), at: 2 }, rest);
    return happens(
      { type: 'answer-lost', failure, answer: answer(status), at: 2 },
      { ...rest, runs: processed ? start() : runs },
    );
  }
  if (out && kind === 'lose') {
    return happens(
      { type: 'answer-lost', failure, at: 2 },
      { out: false, runs: processed ? start() : runs },
    );
  }
  if (out && kind === 'never left') return happens({ type: 'not-taken', at: 2 }, { out: false });
  if (kind === 'give up' && launch.state === 'sending') {
    const late = { now: 1_000_000, isOurs: false, attempts: [], writesRefused: 0 };
    const step = nextStep(launch, late);
    if (step.do !== 'record') return world;
    return happens(step.event, {
      out: false,
      runs: out && processed ? start() : runs,
    });
  }
  if (kind === 'cancel') return happens({ type: 'refused', failure, at: 3 });
  if (kind === 'look up') {
    return runs.length > 0
      ? happens({
          type: 'found',
          instances: runs.map(({ id }) => ({ id })),
          executionId: runs[0]?.id,
          at: 4,
        })
      : happens({ type: 'not-found', lookUp: { tries: 1, over: processed }, at: 4 });
  }
  if (kind === 'look') {
    const run = runs.find(({ id }) => id === launch.execution?.id);
    return run ? happens({ type: 'seen', execution: run, at: 5 }) : world;
  }
  if (kind === 'end run') {
    const status = processed ? 'COMPLETED' : 'FAILED';
    return {
      ...world,
      runs: runs.map((run) => (run.status === 'RUNNING' ? { ...run, status } : run)),
    };
  }
  return world;
}

const ends: Partial<Record<Launch['state'], string>> = { completed: 'COMPLETED', failed: 'FAILED' };

function expectTrue({ launch, runs, out }: World): void {
  const { state, execution } = launch;
  const run = runs.find(({ id }) => id === execution?.id);
  if (state === 'refused') expect(runs).toHaveLength(0);
  if (['launched', 'running', 'completed', 'failed', 'error', 'terminated'].includes(state)) {
    expect(run).toBeDefined();
  }
  if (ends[state]) expect(run?.status).toBe(ends[state]);
  // Nothing that runs is taken for something that was never sent.
  if (state === 'sending' && !launch.inFlight) expect(runs).toHaveLength(0);
  expect(!out || launch.inFlight === true).toBe(true);
  expect(launchSchema.safeParse(launch).success).toBe(true);
}

describe('no sequence of events', () => {
  test('leads to a state that is not true, or sends twice what may have been processed', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let world: World = { launch: created, runs: [], out: false };
        for (const each of steps) {
          world = next(world, each);
          expectTrue(world);
          if (each.kind === 'give up') expect(world.launch.state).not.toBe('sending');
          expect(world.runs.length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});

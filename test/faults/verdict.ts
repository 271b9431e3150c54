import type { Launch } from '../../src/core/launch/launch.ts';
import type { SandboxExecution } from '../sandbox/executions.ts';

/** What a trial must not show. */
export interface Verdict {
  /** Processed by the server, and no record of it. */
  lost: number;
  /** Processed more than once. */
  duplicated: number;
  /** The record says what is not so. */
  untrue: number;
  /** Neither ended nor `unknown` when the time was up. */
  stuck: number;
}

type Served = Pick<SandboxExecution, 'id' | 'name' | 'status'>;
type Recorded = Pick<Launch, 'id' | 'state' | 'execution'>;

/** Compares what the server did with what the extension says. */
export function verdictOn(served: readonly Served[], records: readonly Recorded[]): Verdict {
  const servedFor = ({ id }: Recorded) => served.filter(({ name }) => name?.includes(id));
  const known = new Set(records.flatMap(servedFor));
  return {
    lost: served.filter((execution) => !known.has(execution)).length,
    duplicated: Math.max(0, served.length - 1),
    untrue: records.filter((record) => !isTrue(record, servedFor(record))).length,
    stuck: records.filter(isUnsettled).length,
  };
}

export function isUnsettled({ state }: Recorded): boolean {
  return state === 'sending' || state === 'launched' || state === 'running';
}

const statusOf: Partial<Record<Launch['state'], string>> = {
  completed: 'COMPLETED',
  failed: 'FAILED',
  error: 'ERROR',
  terminated: 'TERMINATED',
};

function isTrue({ state, execution }: Recorded, served: readonly Served[]): boolean {
  if (state === 'sending' || state === 'unknown') return true;
  if (state === 'refused') return served.length === 0;
  const run = served.find(({ id }) => id === execution?.id);
  const status = statusOf[state];
  return run !== undefined && (status === undefined || run.status === status);
}

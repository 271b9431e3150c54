import { randomUUID } from 'node:crypto';
import { type Inputs, neededInputs, type SandboxFlow } from './flow.ts';
import type { UserKey } from './users.ts';

/** One run of a flow, with what it was launched with. */
export interface SandboxExecution {
  id: string;
  flow: SandboxFlow;
  flowVersion: string;
  name?: string;
  /** The inputs exactly as received; absent where the request named none. */
  inputData?: Inputs;
  launchedBy: UserKey;
  dateLaunched: Date;
  status: string;
  dateCompleted?: Date;
  completionReason?: string;
  outputData?: Record<string, unknown>;
  flowErrorInfo?: { code: string; message: string; [more: string]: unknown };
}

type Launch = Pick<SandboxExecution, 'flow' | 'flowVersion' | 'name' | 'inputData' | 'launchedBy'>;

export interface Executions {
  all(): readonly SandboxExecution[];
  find(id: string): SandboxExecution | undefined;
  launch(launch: Launch): SandboxExecution;
  /** Stops the clocks of all runs. */
  close(): void;
}

/** Observed on the real API: 0.6 to 1.3 s from launch to completion. */
const usualMilliseconds = [600, 740, 880, 1020, 1160, 1300];

/**
 * The runs of one sandbox. Their clocks do not keep the process alive.
 *
 * @param runMilliseconds how long a run takes if its flow does not say; as on the real API unless given
 */
export function createExecutions(now: () => number, runMilliseconds?: number): Executions {
  const executions: SandboxExecution[] = [];
  const timers = new Set<NodeJS.Timeout>();

  return {
    all: () => executions,
    find: (id) => executions.find((execution) => execution.id === id),
    launch(launch) {
      const execution: SandboxExecution = {
        ...launch,
        id: randomUUID(),
        dateLaunched: new Date(now()),
        status: 'RUNNING',
      };
      const number = executions.push(execution);
      const { run } = launch.flow;
      if (run.ends === 'never') return execution;
      const usual = runMilliseconds ?? usualMilliseconds[number % usualMilliseconds.length];
      const timer = setTimeout(() => {
        timers.delete(timer);
        end(execution, number);
      }, run.milliseconds ?? usual);
      timers.add(timer.unref());
      return execution;
    },
    close() {
      for (const timer of timers) clearTimeout(timer);
    },
  };

  function end(execution: SandboxExecution, number: number): void {
    Object.assign(execution, outcomeOf(execution, number), { dateCompleted: new Date(now()) });
  }
}

function outcomeOf(execution: SandboxExecution, number: number): Partial<SandboxExecution> {
  const { flow, inputData = {}, dateLaunched } = execution;
  const unset = neededInputs(flow).find((name) => inputData[name] === undefined);
  if (unset !== undefined) return missingInput(unset);
  const { run } = flow;
  switch (run.ends) {
    case 'COMPLETED': {
      const outputData = run.output?.(inputData, { number, launched: dateLaunched });
      const reason = { status: 'COMPLETED', completionReason: 'Success' };
      return outputData ? { ...reason, outputData } : reason;
    }
    case 'FAILED':
    case 'ERROR':
      return {
        status: run.ends,
        completionReason: 'Failure',
        flowErrorInfo: { code: run.code, message: run.message },
      };
    case 'TERMINATED':
    case 'PAUSED':
      return { status: run.ends };
    case 'never':
      return {};
  }
}

/** How the real API ends a run whose flow needs an input that was not set. */
function missingInput(name: string): Partial<SandboxExecution> {
  return {
    status: 'FAILED',
    completionReason: 'Failure',
    flowErrorInfo: {
      code: 'error.workflow.expression.unexpectedNull',
      message: 'An expression resulted in a null where none is allowed.',
      messageWithParams: "A null near position {pos} in the expression '{expression}'.",
      messageParams: { expression: name, pos: '0' },
    },
  };
}

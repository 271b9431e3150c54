import { type Diagnosis, diagnose } from './diagnosis.ts';
import { diagnoseRun } from './diagnosis-run.ts';
import { type Gathered, isExplainable } from './evidence.ts';
import { executionError, type Launch } from './launch.ts';

/**
 * Explains a launch that was refused, or whose run failed, by its record and what was gathered about
 * it. `undefined` where the record says it all. Nothing of it is stored: better words tomorrow
 * explain the launches of today.
 */
export function diagnoseLaunch(launch: Launch, gathered: Gathered): Diagnosis | undefined {
  const { request, answer, state } = launch;
  if (request === undefined || !isExplainable(launch)) return undefined;
  if (state === 'failed' || state === 'error') {
    const { inputSchema } = gathered;
    const findings = diagnoseRun({ request, error: executionError(launch), inputSchema });
    return { findings, ruledOut: [], wouldHelp: [] };
  }
  return answer && diagnose({ request, answer, evidence: gathered });
}

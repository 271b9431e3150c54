import { fact } from '../base/finding.ts';
import type { Launch } from '../launch/launch.ts';
import type { Refusal } from './case.ts';
import { type Diagnosis, diagnose } from './diagnosis.ts';
import { type Gathered, isExplainable } from './gathered.ts';
import { diagnoseRun } from './run.ts';

/**
 * Explains a launch that was refused, or whose run failed, by its record and what was gathered about
 * it. `undefined` where the record says it all. Nothing of it is stored: better words tomorrow
 * explain the launches of today.
 */
export function diagnoseLaunch(launch: Launch, gathered: Gathered): Diagnosis | undefined {
  const { request, answer, state } = launch;
  if (request === undefined || !isExplainable(launch)) return undefined;
  if (state === 'failed' || state === 'error') {
    // Inputs that were taken out of the record would all seem to be missing.
    const inputSchema = launch.inputsRemoved ? undefined : gathered.inputSchema;
    const error = launch.execution?.errorInfo;
    const findings = diagnoseRun({ request, error, inputSchema });
    return { findings, ruledOut: [], wouldHelp: [] };
  }
  if (answer === undefined) return undefined;
  if (!launch.inputsRemoved) return diagnose({ request, answer, evidence: gathered });
  return diagnoseWithoutInputs({ request, answer, evidence: gathered });
}

/**
 * The settings keep no inputs, so nothing can be said of them, nor of what they were sent under.
 */
function diagnoseWithoutInputs(refusal: Refusal): Diagnosis {
  const evidence = { ...refusal.evidence, inputSchema: undefined };
  const { findings, ruledOut, wouldHelp } = diagnose({ ...refusal, evidence });
  return {
    findings,
    ruledOut: ruledOut.filter(({ code }) => code !== 'form-published'),
    wouldHelp: [...wouldHelp, fact('needs-inputs')],
  };
}

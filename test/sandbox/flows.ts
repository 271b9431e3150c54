import type { SandboxFlow } from './flow.ts';
import { everydayFlows } from './flows-everyday.ts';
import { generatedFlows } from './flows-generated.ts';
import { inputFlows } from './flows-inputs.ts';
import { stateFlows } from './flows-states.ts';

/** The flows made by hand, each for a reason. */
export const handMadeFlows: readonly SandboxFlow[] = [
  ...everydayFlows,
  ...inputFlows,
  ...stateFlows,
];

/** All flows of the sandbox: those made by hand, and as many generated ones as a large org has. */
export const allFlows: readonly SandboxFlow[] = [...handMadeFlows, ...generatedFlows(2000)];

/** A flow by its key. A key that does not exist is a mistake in the test that names it. */
export function flowByKey(key: string): SandboxFlow {
  const flow = allFlows.find((candidate) => candidate.key === key);
  if (flow === undefined) throw new Error(`The sandbox has no flow "${key}"`);
  return flow;
}

import { randomUUID } from 'node:crypto';
import type { Question } from '../../src/core/view/protocol.ts';

/** The connection that the worker's tests launch over. */
export const connectionName = 'Example';
export const clientId = '8d9e6f1a-0000-4000-8000-000000000001';
const flowId = '8d9e6f1a-0000-4000-8000-0000000000f1';

/** The question by which the popup launches over the connection whose way out it shows. */
export function launchQuestion(
  more: Partial<Question<'launch'>> & Pick<Question<'launch'>, 'wayOut'>,
): Question<'launch'> {
  const id = more.id ?? randomUUID();
  return {
    id,
    connection: connectionName,
    flowId,
    flowName: 'Request callback',
    inputData: { 'Flow.customerNumber': '+15550100' },
    name: `Request callback · ${id}`,
    tabId: 1,
    ...more,
  };
}

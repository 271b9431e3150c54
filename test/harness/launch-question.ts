import { randomUUID } from 'node:crypto';
import { connectionSchema, wayOut } from '../../src/core/settings/settings.ts';
import type { Question } from '../../src/core/view/protocol.ts';

/** The connection that the worker's tests launch over. */
export const connectionName = 'Example';
export const clientId = '8d9e6f1a-0000-4000-8000-000000000001';
const flowId = '8d9e6f1a-0000-4000-8000-0000000000f1';

/** The question by which a popup launches that shows these settings, with their first connection. */
export function launchQuestion(
  settings: unknown,
  more: Partial<Question<'launch'>> = {},
): Question<'launch'> {
  const [connection] = (settings as { connections: unknown[] }).connections;
  const id = more.id ?? randomUUID();
  return {
    id,
    wayOut: wayOut(connectionSchema.parse(connection)),
    connection: connectionName,
    flowId,
    flowName: 'Request callback',
    inputData: { 'Flow.customerNumber': '+15550100' },
    name: `Request callback · ${id}`,
    tabId: 1,
    ...more,
  };
}

import type { Policy } from '../../core/settings/managed.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/**
 * Says so while the browser has not handed over the organization's settings yet, and where the connection
 * that they choose is missing: otherwise people would launch in another one unawares.
 */
export function PolicyWait({ policy }: { policy: Policy }) {
  const text = useText();
  const missing = missingConnection(policy);
  if (missing !== undefined) {
    return <Notice tone="warn">{text('policy_connection_missing', { name: missing })}</Notice>;
  }
  if (!policy.isPending) return null;
  return (
    <Notice busy live>
      {text('policy_pending')}
    </Notice>
  );
}

function missingConnection({ settings }: Policy): string | undefined {
  const { connection, connections = [] } = settings;
  const isThere = connections.some(({ name }) => name === connection);
  return connections.length === 0 || isThere ? undefined : connection;
}

import type { Policy } from '../../core/settings/managed.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/**
 * Says that the browser has not handed over the organization's settings yet, or that the connection they choose is
 * missing. Without these words people would launch in another connection unawares.
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

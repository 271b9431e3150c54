import type { Policy } from '../../core/settings/managed.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/** Says that the browser has not handed over the organization's settings yet, while that is so. */
export function PolicyWait({ policy }: { policy: Policy }) {
  const text = useText();
  if (!policy.isPending) return null;
  return (
    <Notice busy live>
      {text('policy_pending')}
    </Notice>
  );
}

import { extrasOf } from '../../core/session/extras.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import type { Connection } from '../../core/settings/settings.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface WhatIsReadProps {
  isDisclosed: EffectiveSettings['isDisclosed'];
  /** The connection to sign in to; undefined before the set-up. */
  connection?: Connection | undefined;
}

/**
 * Says what the extension reads, sends and keeps, above the first `Sign in`, by which the person agrees to it. Shows
 * nothing where the person has agreed, or the policy says that the organization has told its people.
 * https://developer.chrome.com/docs/webstore/program-policies/disclosure-requirements
 */
export function WhatIsRead({ isDisclosed, connection }: WhatIsReadProps) {
  const text = useText();
  if (isDisclosed !== false) return null;
  const extras = connection ? extrasOf(connection) : [];
  const lines = [
    'told_reads',
    ...(extras.includes('conversations') ? (['told_conversations'] as const) : []),
    ...(extras.includes('contacts') ? (['told_contacts'] as const) : []),
    'told_sends',
    'told_keeps',
  ] as const;
  return (
    <Notice title={text('told_title')}>
      <ul className="findings">
        {lines.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
      <p>{text('told_agree', { button: text('sign_in') })}</p>
    </Notice>
  );
}

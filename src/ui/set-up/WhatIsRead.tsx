import { extrasOf } from '../../core/session/extras.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import type { Connection } from '../../core/settings/settings.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface WhatIsReadProps {
  isDisclosed: EffectiveSettings['isDisclosed'];
  /** The one to sign in to, where it is known. */
  connection?: Connection | undefined;
}

/**
 * What the extension reads, sends and keeps, above the first `Sign in`, which is the agreement to it.
 * Nothing is shown to who has agreed, or was told by their organization.
 * https://developer.chrome.com/docs/webstore/program-policies/disclosure-requirements
 */
export function WhatIsRead({ isDisclosed, connection }: WhatIsReadProps) {
  const text = useText();
  if (isDisclosed !== false) return null;
  const extras = connection ? extrasOf(connection) : [];
  const told = [
    'told_reads',
    ...(extras.includes('conversations') ? (['told_conversations'] as const) : []),
    ...(extras.includes('contacts') ? (['told_contacts'] as const) : []),
    'told_sends',
    'told_keeps',
  ] as const;
  return (
    <Notice title={text('told_title')}>
      <ul className="findings">
        {told.map((key) => (
          <li key={key}>{text(key)}</li>
        ))}
      </ul>
      <p>{text('told_agree', { button: text('sign_in') })}</p>
    </Notice>
  );
}

import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface WhatIsReadProps {
  isDisclosed: EffectiveSettings['isDisclosed'];
}

/**
 * What the extension reads, sends and keeps, above the first `Sign in`, which is the agreement to it.
 * Nothing is shown to who has agreed, or was told by their organization.
 * https://developer.chrome.com/docs/webstore/program-policies/disclosure-requirements
 */
export function WhatIsRead({ isDisclosed }: WhatIsReadProps) {
  const text = useText();
  if (isDisclosed !== false) return null;
  return (
    <Notice title={text('told_title')}>
      <ul className="findings">
        {(['reads', 'sends', 'keeps'] as const).map((what) => (
          <li key={what}>{text(`told_${what}`)}</li>
        ))}
      </ul>
      <p>{text('told_agree', { button: text('sign_in') })}</p>
    </Notice>
  );
}

import { inKey } from '../../core/base/text.ts';
import type { UnreadPart } from '../../core/page/snapshot.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/** What of the page was not read: what is missing in the form may stand there. */
export function UnreadParts({ parts }: { parts: readonly UnreadPart[] }) {
  const text = useText();
  if (parts.length === 0) return null;
  return (
    <Notice title={text('page_unread')} live>
      {parts.map((part) => text(`page_unread_${inKey(part)}`)).join(' ')}
    </Notice>
  );
}

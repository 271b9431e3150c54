import { inKey } from '../../core/base/text.ts';
import type { UnreadPart } from '../../core/page/snapshot.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

/** Says which parts of the page Kickoff did not read: a value that the form lacks may stand there. */
export function UnreadParts({ parts }: { parts: readonly UnreadPart[] }) {
  const text = useText();
  if (parts.length === 0) return null;
  return (
    <Notice title={text('page_unread')} live>
      {parts.map((part) => text(`page_unread_${inKey(part)}`)).join(' ')}
    </Notice>
  );
}

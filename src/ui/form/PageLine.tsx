import { useCallback, useEffect } from 'react';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { ReadPage } from '../../core/view/launcher.ts';
import { IconButton } from '../kit/Button.tsx';
import { formatClock } from '../kit/format.ts';
import { useText } from '../kit/text.ts';

interface PageLineProps {
  page: Pick<ReadPage, 'document'>;
  happen: LauncherActions['happen'];
}

/** Which page the form is filled from, when it was read, and the way to read it again: a button, Alt+R. */
export function PageLine({ page, happen }: PageLineProps) {
  const text = useText();
  const onRead = useCallback(() => happen({ type: 'read-again', byHand: true }), [happen]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!event.altKey || event.code !== 'KeyR' || event.repeat) return;
      event.preventDefault();
      onRead();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onRead]);
  const { title, address, readAt } = page.document;
  const params = { page: title || address, time: formatClock(readAt) };
  return (
    <div className="page-line">
      <p className="soft small" title={address}>
        {text('page_read_at', params)}
      </p>
      <IconButton
        icon="redo"
        label={text('page_read_again')}
        aria-keyshortcuts="Alt+R"
        onClick={onRead}
      />
    </div>
  );
}

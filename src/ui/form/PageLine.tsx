import type { LauncherActions } from '../../core/view/actions.ts';
import type { ReadPage } from '../../core/view/launcher.ts';
import { IconButton } from '../kit/Button.tsx';
import { formatClock } from '../kit/format.ts';
import { useText } from '../kit/text.ts';
import { isAltKey, useKeyDown } from '../kit/use-key-down.ts';

interface PageLineProps {
  page: Pick<ReadPage, 'document'>;
  happen: LauncherActions['happen'];
}

/** The page that filled the form, when Kickoff read it, and the button (Alt+R) that reads it again. */
export function PageLine({ page, happen }: PageLineProps) {
  const text = useText();
  const onRead = () => happen({ type: 'read-again', byHand: true });
  useKeyDown((event) => {
    if (!isAltKey(event, 'KeyR')) return;
    event.preventDefault();
    onRead();
  });
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

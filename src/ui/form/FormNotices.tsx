import { useEffect, useRef } from 'react';
import type { FormNotice, LauncherState } from '../../core/view/launcher.ts';
import { formatClock } from '../kit/format.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface FormNoticesProps {
  state: Pick<LauncherState, 'notice'>;
  /** The page has become another one, and is read again. */
  isMoving: boolean;
}

/** What has become of the page or the person since the form was last looked at. */
export function FormNotices({ state, isMoving }: FormNoticesProps) {
  const text = useText();
  return (
    <>
      {isMoving && (
        <Notice busy live>
          {text('page_moving')}
        </Notice>
      )}
      {state.notice && <NoticeOf notice={state.notice} />}
    </>
  );
}

function NoticeOf({ notice }: { notice: FormNotice }) {
  const text = useText();
  switch (notice.kind) {
    case 'page-says-other':
      return (
        <Notice tone="warn" live title={text('page_says_other')}>
          <ul className="dashes">
            {notice.values.map(({ label, was, now }) => (
              <li key={label}>{text('page_says_now', { label, now, was })}</li>
            ))}
          </ul>
        </Notice>
      );
    case 'page-changed':
      return (
        <Notice tone="warn" live title={text('page_changed')}>
          {text('page_changed_remedy')}
        </Notice>
      );
    case 'page-silent':
      return (
        <Notice tone="warn" live title={text('page_silent')}>
          {text('page_silent_remedy', { time: formatClock(notice.readAt) })}
        </Notice>
      );
    case 'conversation-changed':
      return (
        <Notice tone="warn" live title={text('conversation_changed')}>
          {text('page_changed_remedy')}
        </Notice>
      );
    case 'conversation-silent':
      return (
        <Notice tone="warn" live title={text('conversation_silent')}>
          {text('conversation_silent_remedy')}
        </Notice>
      );
    case 'settings-changed':
      return (
        <Notice tone="warn" live title={text('settings_changed')}>
          {text('page_changed_remedy')}
        </Notice>
      );
    case 'another-person':
      return (
        <Notice tone="warn" live title={text('another_person', { name: notice.name })}>
          {text('another_person_remedy')}
        </Notice>
      );
    case 'stopped':
      return <Stopped />;
  }
}

/** The button `Stop` has gone, and the focus with it: it goes to the words that say what became of it. */
function Stopped() {
  const text = useText();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) root.current?.focus();
  }, []);
  return (
    <div ref={root} tabIndex={-1}>
      <Notice live>{text('at_once_stopped')}</Notice>
    </div>
  );
}

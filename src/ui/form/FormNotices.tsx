import { type ReactNode, useEffect, useRef } from 'react';
import type { FormNotice, LauncherState } from '../../core/view/launcher.ts';
import { formatClock } from '../kit/format.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface FormNoticesProps {
  state: Pick<LauncherState, 'notice'>;
  /** Whether the tab shows another page now, which Kickoff reads. */
  isMoving: boolean;
}

/** Says what has changed on the page, in the conversation or about the person since the form was filled. */
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
        <Warning title={text('page_says_other')}>
          <ul className="dashes">
            {notice.values.map(({ label, was, now }) => (
              <li key={label}>{text('page_says_now', { label, now, was })}</li>
            ))}
          </ul>
        </Warning>
      );
    case 'page-changed':
      return <Warning title={text('page_changed')}>{text('page_changed_remedy')}</Warning>;
    case 'page-silent': {
      const time = formatClock(notice.readAt);
      return <Warning title={text('page_silent')}>{text('page_silent_remedy', { time })}</Warning>;
    }
    case 'conversation-changed':
      return <Warning title={text('conversation_changed')}>{text('page_changed_remedy')}</Warning>;
    case 'conversation-silent':
      return (
        <Warning title={text('conversation_silent')}>{text('conversation_silent_remedy')}</Warning>
      );
    case 'settings-changed':
      return (
        <Warning title={text('failure_settings_changed_cause')}>
          {text('page_changed_remedy')}
        </Warning>
      );
    case 'another-person': {
      const { name } = notice;
      return (
        <Warning title={text('another_person', { name })}>{text('another_person_remedy')}</Warning>
      );
    }
    case 'stopped':
      return <Stopped />;
  }
}

function Warning({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Notice tone="warn" live title={title}>
      {children}
    </Notice>
  );
}

/** The button `Stop` is gone and the focus with it, so the focus goes to the words that say what Kickoff stopped. */
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

import './form.css';
import { type KeyboardEvent as KeyPress, type ReactNode, useRef } from 'react';
import type { LauncherActions } from '../../core/view/actions.ts';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';
import { useBarRoom } from '../kit/use-bar-room.ts';
import { isLaunchKey, useKeyDown } from '../kit/use-key-down.ts';

interface LaunchFormProps {
  /** The fields. */
  children: ReactNode;
  /** What stands beside the button. */
  aside?: ReactNode;
  /** Whether a launch waits, for the page or for a check. */
  busy: boolean;
  disabled?: boolean;
  actions: Pick<LauncherActions, 'happen' | 'expectLaunch'>;
}

/** A form with the button `Launch`, which Ctrl+Enter or Cmd+Enter presses wherever the focus is. */
export function LaunchForm({ children, aside, busy, disabled, actions }: LaunchFormProps) {
  const { happen, expectLaunch } = actions;
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useBarRoom(bar);
  useKeyDown((event) => {
    if (event.key === 'Control' || event.key === 'Meta') expectLaunch();
    if (!isLaunchKey(event)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  });
  return (
    <form
      className="launch-form"
      noValidate
      ref={form}
      onKeyDown={onlyOnce}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !disabled) happen({ type: 'launch-pressed', anyway: false });
      }}
    >
      {children}
      <div ref={bar} className="launch-bar">
        <Button
          type="submit"
          variant="primary"
          icon="play"
          busy={busy}
          disabled={disabled}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          title={text('launch_keys')}
          onPointerEnter={expectLaunch}
          onFocus={expectLaunch}
        >
          {text('launch_button')}
        </Button>
        {aside}
      </div>
    </form>
  );
}

/**
 * A key that was pressed before the form had the focus, such as on the button for a new launch, and is still held,
 * launches nothing.
 */
function onlyOnce(event: KeyPress): void {
  const isText = event.target instanceof HTMLTextAreaElement;
  if (event.repeat && event.key === 'Enter' && !isText) event.preventDefault();
}

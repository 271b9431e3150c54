import './form.css';
import type { KeyboardEvent, ReactNode } from 'react';
import { Button } from './Button.tsx';
import { useText } from './text.ts';

interface LaunchFormProps {
  /** The flow picker and the fields. */
  children: ReactNode;
  /** Beside the button. */
  aside?: ReactNode;
  /** A launch is on its way. */
  busy: boolean;
  disabled?: boolean;
  onLaunch: () => void;
}

/** A form with the button `Launch`, which Ctrl+Enter or Cmd+Enter presses from any of its fields. */
export function LaunchForm({ children, aside, busy, disabled, onLaunch }: LaunchFormProps) {
  const text = useText();
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <form
      className="launch-form"
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !disabled) onLaunch();
      }}
    >
      {children}
      <div className="launch-bar">
        <Button
          type="submit"
          variant="primary"
          icon="play"
          busy={busy}
          disabled={disabled}
          aria-keyshortcuts="Control+Enter Meta+Enter"
        >
          {text('launch_button')}
        </Button>
        {aside}
      </div>
    </form>
  );
}

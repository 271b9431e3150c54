import './form.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';
import { useBarRoom } from '../kit/use-bar-room.ts';

interface LaunchFormProps {
  /** The flow picker and the fields. */
  children: ReactNode;
  /** Beside the button. */
  aside?: ReactNode;
  /** A launch was asked for, and waits. */
  busy: boolean;
  disabled?: boolean;
  /** The pointer or the keyboard comes near to the button. */
  onNear: () => void;
  onLaunch: () => void;
}

/** A form with the button `Launch`, which Ctrl+Enter or Cmd+Enter presses wherever the focus is. */
export function LaunchForm({ children, aside, busy, disabled, onNear, onLaunch }: LaunchFormProps) {
  const text = useText();
  const form = useRef<HTMLFormElement>(null);
  const bar = useRef<HTMLDivElement>(null);
  useBarRoom(bar);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') onNear();
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      form.current?.requestSubmit();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onNear]);
  return (
    <form
      className="launch-form"
      noValidate
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && !disabled) onLaunch();
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
          onPointerEnter={onNear}
          onFocus={onNear}
        >
          {text('launch_button')}
        </Button>
        {aside}
      </div>
    </form>
  );
}

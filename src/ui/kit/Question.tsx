import './question.css';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';

interface Answer extends Pick<ComponentProps<typeof Button>, 'variant' | 'icon'> {
  label: string;
}

interface QuestionProps {
  question: string;
  yes: Answer;
  /** Has the focus. */
  no: Answer;
  onConfirm: () => void;
  onCancel: () => void;
}

/** For so long after the question opened, in milliseconds, a click on it was meant for what lay there. */
const notMeant = 300;

/**
 * Asks before something is done, for as long as it is drawn. It begins with the focus on the answer that
 * does nothing, and takes no repeat of a key that was pressed before and no click that was on its way
 * when it opened. Escape says no, too.
 */
export function Question({ question, yes, no, onConfirm, onCancel }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    // The dialog focuses its first button by itself.
    dialog.current?.querySelector<HTMLElement>('[data-no]')?.focus();
    const timer = setTimeout(() => setReady(true), notMeant);
    return () => clearTimeout(timer);
  }, []);
  const { label: yesLabel, ...yesLook } = yes;
  const { label: noLabel, ...noLook } = no;
  return (
    <dialog
      ref={dialog}
      className="question"
      aria-labelledby="question"
      data-ready={isReady || undefined}
      onClose={onCancel}
      onKeyDownCapture={(event) => {
        if (event.repeat && event.key !== 'Tab') event.preventDefault();
      }}
      onClickCapture={(event) => {
        if (!isReady) event.stopPropagation();
      }}
    >
      <p id="question">{question}</p>
      <div className="row">
        <Button {...yesLook} onClick={onConfirm}>
          {yesLabel}
        </Button>
        {/* Closed rather than taken away, so that the focus goes back to where it was. */}
        <Button {...noLook} data-no onClick={() => dialog.current?.close()}>
          {noLabel}
        </Button>
      </div>
    </dialog>
  );
}

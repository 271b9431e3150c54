import './question.css';
import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';

interface Answer extends Pick<ComponentProps<typeof Button>, 'variant' | 'icon'> {
  label: string;
}

interface QuestionProps {
  question: string;
  yes: Answer;
  /** The answer that has the focus at first. */
  no: Answer;
  onConfirm: () => void;
  onCancel: () => void;
}

/** In milliseconds. A click so soon after the question opened was meant for what lay there before. */
const tooSoon = 300;

/**
 * Asks a person before something is done, as long as it is drawn. At first the focus is on the answer that does nothing.
 * It ignores repeats of a key held since before, and clicks in the first moment. Escape means no, too.
 */
export function Question({ question, yes, no, onConfirm, onCancel }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    // The dialog focuses its first button by itself.
    dialog.current?.querySelector<HTMLElement>('[data-no]')?.focus();
    const timer = setTimeout(() => setReady(true), tooSoon);
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
        {/* It closes the dialog instead of removing it, so that the browser gives the focus back. */}
        <Button {...noLook} data-no onClick={() => dialog.current?.close()}>
          {noLabel}
        </Button>
      </div>
    </dialog>
  );
}

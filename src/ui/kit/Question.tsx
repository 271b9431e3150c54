import './question.css';
import { type ComponentProps, useEffect, useRef } from 'react';
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

/** Asks before something is done, for as long as it is drawn. Escape says no, too. */
export function Question({ question, yes, no, onConfirm, onCancel }: QuestionProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const { label: yesLabel, ...yesLook } = yes;
  const { label: noLabel, ...noLook } = no;
  return (
    <dialog ref={dialog} className="question" aria-labelledby="question" onClose={onCancel}>
      <p id="question">{question}</p>
      <div className="row">
        <Button {...yesLook} onClick={onConfirm}>
          {yesLabel}
        </Button>
        {/* Closed rather than taken away, so that the focus goes back to where it was. */}
        <Button {...noLook} autoFocus onClick={() => dialog.current?.close()}>
          {noLabel}
        </Button>
      </div>
    </dialog>
  );
}

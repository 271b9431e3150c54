import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { useText } from './text.ts';

interface AskAgainProps {
  flowName: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a launch of which it is not known whether it was made is made again. */
export function AskAgain({ flowName, onConfirm, onCancel }: AskAgainProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="again-question" onClose={onCancel}>
      <p id="again-question">{text('again_question', { flow: flowName })}</p>
      <div className="row">
        <Button icon="redo" onClick={onConfirm}>
          {text('again_yes')}
        </Button>
        <Button variant="primary" autoFocus onClick={onCancel}>
          {text('again_no')}
        </Button>
      </div>
    </dialog>
  );
}

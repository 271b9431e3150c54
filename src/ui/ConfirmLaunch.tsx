import { useEffect, useRef } from 'react';
import type { LaunchStart } from '../core/launch-request.ts';
import { launchSubject } from '../core/launch-subject.ts';
import { Button } from './Button.tsx';
import { useText } from './text.ts';

interface ConfirmLaunchProps {
  start: LaunchStart;
  /** The name of the connection. */
  connection: string;
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before a launch in production, with the flow and the customer in the question. */
export function ConfirmLaunch({ start, connection, onConfirm, onCancel }: ConfirmLaunchProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const customer = launchSubject(start.inputData);
  const params = { flow: start.flowName, connection, customer: customer ?? '' };
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="confirm-question" onClose={onCancel}>
      <p id="confirm-question">
        {customer === undefined
          ? text('confirm_launch_question', params)
          : text('confirm_launch_question_for', params)}
      </p>
      <div className="row">
        <Button variant="primary" icon="play" onClick={onConfirm}>
          {text('confirm_launch_yes')}
        </Button>
        <Button autoFocus onClick={onCancel}>
          {text('confirm_launch_no')}
        </Button>
      </div>
    </dialog>
  );
}

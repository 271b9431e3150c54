import { useEffect, useRef } from 'react';
import type { Launch } from '../core/launch.ts';
import { Button } from './Button.tsx';
import { formatMoment } from './format.ts';
import { useText } from './text.ts';

interface HistoryDeleteProps {
  /** At least one. */
  launches: readonly Launch[];
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before launches are deleted from the history: nothing brings them back. */
export function HistoryDelete({ launches, onConfirm, onCancel }: HistoryDeleteProps) {
  const text = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const [first, ...more] = launches;
  const question =
    first && more.length === 0
      ? text('history_delete_one_sure', {
          flow: first.flow.name,
          time: formatMoment(first.times.created),
        })
      : text('history_delete_sure', { count: launches.length });
  return (
    <dialog ref={dialog} className="confirm" aria-labelledby="delete-question" onClose={onCancel}>
      <p id="delete-question">{question}</p>
      <div className="row">
        <Button variant="danger" onClick={onConfirm}>
          {text('history_delete_yes')}
        </Button>
        {/* Closed rather than taken away, so that the focus goes back to where it was. */}
        <Button autoFocus onClick={() => dialog.current?.close()}>
          {text('history_delete_no')}
        </Button>
      </div>
    </dialog>
  );
}

import { useRef } from 'react';
import { hasEnded, type Launch } from '../../core/launch/launch.ts';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';
import { useBarRoom } from '../kit/use-bar-room.ts';
import { FileButtons } from './HistoryExport.tsx';

interface HistoryChosenProps {
  /** The ticked launches, at least one. */
  launches: readonly Launch[];
  /** Whether the settings allow saving launches as files. */
  allowsExport: boolean;
  /** Why the view did not take the last tick. */
  refusal: string | undefined;
  onCompare: () => void;
  onDelete: (launches: readonly Launch[]) => void;
}

/** The bar that stays on screen while launches are ticked, with the buttons to compare, delete and export them. */
export function HistoryChosen(props: HistoryChosenProps) {
  const { launches, allowsExport, refusal, onCompare, onDelete } = props;
  const text = useText();
  const bar = useRef<HTMLElement>(null);
  useBarRoom(bar);
  const count = launches.length;
  const deletable = launches.filter(hasEnded);
  return (
    <section ref={bar} className="history-chosen" aria-label={text('history_chosen', { count })}>
      <div className="row">
        {count > 1 && (
          <Button data-compare icon="swap" onClick={onCompare}>
            {text('history_compare', { count })}
          </Button>
        )}
        {deletable.length > 0 && (
          <Button onClick={() => onDelete(deletable)}>
            {text('history_delete_chosen', { count: deletable.length })}
          </Button>
        )}
        {allowsExport && (
          <FileButtons
            launches={launches}
            csv={text('history_chosen_csv', { count })}
            json={text('history_chosen_json', { count })}
          />
        )}
      </div>
      <p className="soft small" role="status">
        {refusal ?? text('history_chosen', { count })}
      </p>
    </section>
  );
}

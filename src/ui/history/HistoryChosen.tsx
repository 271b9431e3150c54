import { useRef } from 'react';
import { historyCsv, historyJson } from '../../core/launch/history-export.ts';
import { hasEnded, type Launch } from '../../core/launch/launch.ts';
import { Button } from '../kit/Button.tsx';
import { download } from '../kit/download.ts';
import { useText } from '../kit/text.ts';
import { useBarRoom } from '../kit/use-bar-room.ts';

interface HistoryChosenProps {
  /** Those that are ticked, at least one. */
  launches: readonly Launch[];
  /** Whether launches may be written to files. */
  allowsExport: boolean;
  /** Why the last tick was not taken. */
  refusal: string | undefined;
  onCompare: () => void;
  onDelete: (launches: readonly Launch[]) => void;
}

/** The bar that stays on screen while launches are ticked, with what can be done with them. */
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
          <>
            <Button onClick={() => download('launches.csv', historyCsv(launches), 'text/csv')}>
              {text('history_chosen_csv', { count })}
            </Button>
            <Button onClick={() => download('launches.json', historyJson(launches))}>
              {text('history_chosen_json', { count })}
            </Button>
          </>
        )}
      </div>
      <p className="soft small" role="status">
        {refusal ?? text('history_chosen', { count })}
      </p>
    </section>
  );
}

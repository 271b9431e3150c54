import { useState } from 'react';
import { historyCsv, historyJson } from '../core/history-export.ts';
import type { Launch } from '../core/launch.ts';
import { Button } from './Button.tsx';
import { download } from './download.ts';
import { useText } from './text.ts';

interface HistoryExportProps {
  /** Those that the filter leaves. */
  launches: readonly Launch[];
  allowsExport: boolean;
  onDelete: () => void;
}

/** What can be done with all the launches that are shown. */
export function HistoryExport({ launches, allowsExport, onDelete }: HistoryExportProps) {
  const text = useText();
  const [asksDelete, setAsksDelete] = useState(false);
  const count = launches.length;
  if (asksDelete) {
    return (
      <div className="row" role="alertdialog" aria-label={text('history_delete_sure', { count })}>
        <p>{text('history_delete_sure', { count })}</p>
        <Button
          variant="danger"
          onClick={() => {
            setAsksDelete(false);
            onDelete();
          }}
        >
          {text('history_delete_yes')}
        </Button>
        <Button autoFocus onClick={() => setAsksDelete(false)}>
          {text('history_delete_no')}
        </Button>
      </div>
    );
  }
  return (
    <div className="row">
      {allowsExport && (
        <>
          <Button onClick={() => download('launches.csv', historyCsv(launches), 'text/csv')}>
            {text('history_csv')}
          </Button>
          <Button onClick={() => download('launches.json', historyJson(launches))}>
            {text('history_json')}
          </Button>
        </>
      )}
      <Button variant="quiet" onClick={() => setAsksDelete(true)}>
        {text('history_delete_all')}
      </Button>
    </div>
  );
}

import { historyCsv, historyJson } from '../../core/launch/history-export.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { Button } from '../kit/Button.tsx';
import { download } from '../kit/download.ts';
import { formatCount } from '../kit/format.ts';
import { useText } from '../kit/text.ts';

interface HistoryExportProps {
  /** The launches that the filter leaves. */
  launches: readonly Launch[];
  allowsExport: boolean;
  /** How many of them have ended: only those can be deleted. */
  deletable: number;
  onDelete: () => void;
}

/** The buttons that export or delete all launches that the filter leaves. */
export function HistoryExport({ launches, allowsExport, deletable, onDelete }: HistoryExportProps) {
  const text = useText();
  return (
    <div className="row">
      {allowsExport && (
        <FileButtons launches={launches} csv={text('history_csv')} json={text('history_json')} />
      )}
      {deletable > 0 && (
        <Button variant="quiet" onClick={onDelete}>
          {text('history_delete_all', { count: formatCount(deletable) })}
        </Button>
      )}
    </div>
  );
}

/** The buttons that save launches as files; `csv` and `json` are their names. */
export function FileButtons(props: { launches: readonly Launch[]; csv: string; json: string }) {
  const { launches, csv, json } = props;
  return (
    <>
      <Button onClick={() => download('launches.csv', historyCsv(launches), 'text/csv')}>
        {csv}
      </Button>
      <Button onClick={() => download('launches.json', historyJson(launches))}>{json}</Button>
    </>
  );
}

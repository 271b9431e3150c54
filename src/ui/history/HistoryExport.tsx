import { historyCsv, historyJson } from '../../core/launch/history-export.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { Button } from '../kit/Button.tsx';
import { download } from '../kit/download.ts';
import { formatCount } from '../kit/format.ts';
import { useText } from '../kit/text.ts';

interface HistoryExportProps {
  /** Those that the filter leaves. */
  launches: readonly Launch[];
  allowsExport: boolean;
  /** How many of them have ended, so that they can be deleted. */
  deletable: number;
  onDelete: () => void;
}

/** What can be done with all the launches that are shown. */
export function HistoryExport({ launches, allowsExport, deletable, onDelete }: HistoryExportProps) {
  const text = useText();
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
      {deletable > 0 && (
        <Button variant="quiet" onClick={onDelete}>
          {text('history_delete_all', { count: formatCount(deletable) })}
        </Button>
      )}
    </div>
  );
}

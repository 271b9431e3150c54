import { useEffect, useRef } from 'react';
import type { Text } from '../../core/base/text.ts';
import {
  compareLaunches,
  type Difference,
  isDifferent,
} from '../../core/launch/history-compare.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { Button } from '../kit/Button.tsx';
import { formatMoment } from '../kit/format.ts';
import { Name } from '../kit/Name.tsx';
import { useText } from '../kit/text.ts';
import { formatDuration } from '../result/launch-details.ts';
import { whyText } from './why-text.ts';

interface HistoryCompareProps {
  left: Launch;
  right: Launch;
  onClose: () => void;
}

/** Two launches side by side; their differences are marked and come first. */
export function HistoryCompare({ left, right, onClose }: HistoryCompareProps) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus moves the view to the top, however far down in the list the person was.
  useEffect(() => heading.current?.focus(), []);
  const { inputs, output } = compareLaunches(left, right);
  const parts = [
    { title: text('compare_facts'), rows: factsOf(left, right, text) },
    { title: text('compare_inputs'), rows: inputs },
    { title: text('compare_output'), rows: output },
  ].filter(({ rows }) => rows.length > 0);
  return (
    <section className="history" aria-label={text('compare_title')}>
      <header className="history-head">
        <h2 ref={heading} tabIndex={-1}>
          {text('compare_title')}
        </h2>
        <Button variant="quiet" onClick={onClose}>
          {text('compare_close')}
        </Button>
      </header>
      <table className="compare">
        <thead>
          <tr>
            <th scope="col">{text('compare_what')}</th>
            <th scope="col">{headOf(left)}</th>
            <th scope="col">{headOf(right)}</th>
          </tr>
        </thead>
        {parts.map(({ title, rows }) => (
          <tbody key={title}>
            <tr className="compare-part">
              <th scope="rowgroup" colSpan={3}>
                {title}
              </th>
            </tr>
            {rows.map((row) => (
              <tr key={row.name} className={isDifferent(row) ? 'compare-differs' : undefined}>
                <th scope="row">
                  <Name text={row.name} narrow />
                  {isDifferent(row) && (
                    <span className="compare-word"> {text('compare_differs')}</span>
                  )}
                </th>
                <td>{row.left ?? '–'}</td>
                <td>{row.right ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** The flow and the time of a launch, above its column. */
function headOf({ flow, times }: Launch): string {
  return `${flow.name} · ${formatMoment(times.created)}`;
}

function factsOf(left: Launch, right: Launch, text: Text): Difference[] {
  const rows: [string, (launch: Launch) => string | undefined][] = [
    [text('picker_flow'), ({ flow }) => flow.name],
    [text('history_state'), ({ state }) => text(`state_${state}`)],
    [
      text('time_sent'),
      ({ times }) => (times.sent === undefined ? undefined : formatMoment(times.sent)),
    ],
    [text('time_took'), tookOf],
    [text('compare_finding'), (launch) => whyText(launch, text)],
    [text('detail_message'), ({ execution }) => execution?.errorInfo?.message],
  ];
  return rows
    .map(([name, value]) => ({ name, left: value(left), right: value(right) }))
    .filter((row) => row.left !== undefined || row.right !== undefined);
}

function tookOf({ times }: Launch): string | undefined {
  const from = times.sent ?? times.created;
  return times.ended === undefined ? undefined : formatDuration(times.ended - from);
}

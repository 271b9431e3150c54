import type { Launch } from '../../core/launch/launch.ts';
import { formatMoment } from '../kit/format.ts';
import { Question } from '../kit/Question.tsx';
import { useText } from '../kit/text.ts';

interface HistoryDeleteProps {
  /** At least one. */
  launches: readonly Launch[];
  onConfirm: () => void;
  onCancel: () => void;
}

/** Asks before launches are deleted from the history, because nothing brings them back. */
export function HistoryDelete({ launches, ...answers }: HistoryDeleteProps) {
  const text = useText();
  const [first, ...more] = launches;
  const question =
    first && more.length === 0
      ? text('history_delete_one_sure', {
          flow: first.flow.name,
          time: formatMoment(first.times.created),
        })
      : text('history_delete_sure', { count: launches.length });
  return (
    <Question
      question={question}
      yes={{ label: text('history_delete_yes'), variant: 'danger' }}
      no={{ label: text('history_delete_no') }}
      {...answers}
    />
  );
}

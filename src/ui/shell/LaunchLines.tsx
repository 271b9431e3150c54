import type { Text } from '../../core/base/text.ts';
import type { Unfinished } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { formatTime } from '../kit/format.ts';
import { useText } from '../kit/text.ts';

interface LaunchLinesProps {
  /** The name of the list, for screen readers. */
  label: string;
  launches: readonly Unfinished[];
  onOpen: (launchId: string) => void;
}

/** One line for each launch, which opens it. */
export function LaunchLines({ label, launches, onOpen }: LaunchLinesProps) {
  const text = useText();
  if (launches.length === 0) return null;
  return (
    <ul className="launch-lines" aria-label={label}>
      {launches.map((launch) => (
        <li key={launch.id}>
          <Button
            variant="quiet"
            icon={launch.state === 'unknown' ? 'unknown' : 'clock'}
            onClick={() => onOpen(launch.id)}
          >
            {wordsOf(launch, text)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function wordsOf({ flow, state, customer, times }: Unfinished, text: Text): string {
  const who = customer?.name ?? customer?.number;
  const params = {
    flow: flow.name,
    time: formatTime(times.created),
    state: text(`state_${state}`),
  };
  return who === undefined
    ? text('unfinished_line', params)
    : text('unfinished_line_for', { ...params, customer: who });
}

import { customerLine } from '../../core/launch/customer.ts';
import { hasEnded, type Launch } from '../../core/launch/launch.ts';
import { launchSubject } from '../../core/launch/subject.ts';
import { IconButton } from '../kit/Button.tsx';
import { formatMoment, formatTime } from '../kit/format.ts';
import { Name } from '../kit/Name.tsx';
import { useText } from '../kit/text.ts';
import { StateBadge } from '../result/StateBadge.tsx';

interface HistoryItemProps {
  launch: Launch;
  /** Whether it is ticked. */
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
  onOpen: () => void;
  onRepeat: () => void;
  onDelete: () => void;
}

/** One launch in the history. */
export function HistoryItem({ launch, isChosen, ...on }: HistoryItemProps) {
  const text = useText();
  const { flow, state, times, inputs, customer, page, notFollowed } = launch;
  const moment = formatMoment(times.created);
  const params = { flow: flow.name, time: moment };
  const isDone = hasEnded(launch);
  return (
    <li className="history-item" data-launch={launch.id}>
      <input
        type="checkbox"
        className="box"
        aria-label={text('history_choose', params)}
        checked={isChosen}
        onChange={({ target }) => on.onChoose(target.checked)}
      />
      <button type="button" className="history-open" onClick={on.onOpen}>
        <span className="history-flow">
          <Name text={flow.name} />
        </span>
        <span className="history-about">
          <StateBadge state={state} still={notFollowed !== undefined} />
          <time title={moment}>{formatTime(times.created)}</time>
          <span title={page?.title ?? page?.address}>
            {customerLine(customer) || launchSubject(inputs)}
          </span>
        </span>
      </button>
      {isDone && state !== 'unknown' && (
        <IconButton icon="redo" label={text('history_repeat', params)} onClick={on.onRepeat} />
      )}
      {isDone && (
        <IconButton icon="cross" label={text('history_delete', params)} onClick={on.onDelete} />
      )}
    </li>
  );
}

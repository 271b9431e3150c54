import type { Launch } from '../../core/launch/launch.ts';
import { formatDay } from '../kit/format.ts';
import { HistoryItem } from './HistoryItem.tsx';

interface HistoryListProps {
  /** The newest first. */
  launches: readonly Launch[];
  /** The IDs of the ticked launches. */
  chosen: readonly string[];
  onChoose: (id: string, isChosen: boolean) => void;
  onOpen: (id: string) => void;
  onRepeat: (id: string) => void;
  onDelete: (launch: Launch) => void;
}

/** Launches under the days on which a person asked for them. */
export function HistoryList({ launches, chosen, ...on }: HistoryListProps) {
  return daysOf(launches).map(([day, ofDay]) => (
    <section key={day} className="history-day">
      <h3>{day}</h3>
      <ul className="history-list">
        {ofDay.map((launch) => (
          <HistoryItem
            key={launch.id}
            launch={launch}
            isChosen={chosen.includes(launch.id)}
            onChoose={(isChosen) => on.onChoose(launch.id, isChosen)}
            onOpen={() => on.onOpen(launch.id)}
            onRepeat={() => on.onRepeat(launch.id)}
            onDelete={() => on.onDelete(launch)}
          />
        ))}
      </ul>
    </section>
  ));
}

function daysOf(launches: readonly Launch[]): [day: string, launches: Launch[]][] {
  const days = new Map<string, Launch[]>();
  for (const launch of launches) {
    const day = formatDay(launch.times.created);
    days.set(day, [...(days.get(day) ?? []), launch]);
  }
  return [...days];
}

import './history.css';
import { useState } from 'react';
import { filterHistory, wholeHistory } from '../../core/launch/history.ts';
import { mostChosen, withChosen } from '../../core/launch/history-choice.ts';
import { hasEnded, type Launch } from '../../core/launch/launch.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { HistoryState } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { formatCount } from '../kit/format.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { HistoryChosen } from './HistoryChosen.tsx';
import { HistoryCompare } from './HistoryCompare.tsx';
import { HistoryDelete } from './HistoryDelete.tsx';
import { HistoryExport } from './HistoryExport.tsx';
import { HistoryFilters } from './HistoryFilters.tsx';
import { HistoryList } from './HistoryList.tsx';
import { useHistoryFocus } from './use-history-focus.ts';

interface HistoryProps {
  history: HistoryState;
  /** The conversation that the form is about. */
  conversationId: string | undefined;
  /** Whether the settings allow saving launches as files. */
  allowsExport: boolean;
  actions: Pick<LauncherActions, 'happen' | 'closeHistory' | 'repeatLaunch' | 'deleteLaunches'>;
}

/** How many launches are drawn at first, and how many more with every click: thousands would make the view slow. */
const pageSize = 50;

/** All launches, the newest first, which the person can search, open, repeat, compare, delete and export. */
export function History({ history, conversationId, allowsExport, actions }: HistoryProps) {
  const text = useText();
  const [filter, setFilter] = useState(wholeHistory);
  const [shown, setShown] = useState(pageSize);
  const [isComparing, setComparing] = useState(false);
  const [asked, setAsked] = useState<readonly Launch[]>([]);
  const { launches, damaged } = history;
  const found = filterHistory(launches, filter, { now: Date.now(), conversationId });
  const deletable = found.filter(hasEnded);
  const choice = useHistoryChoice(launches);
  const [left, right] = choice.ticked;
  const focus = useHistoryFocus(launches.length, isComparing);
  if (isComparing && left && right) {
    return <HistoryCompare left={left} right={right} onClose={() => setComparing(false)} />;
  }
  return (
    <section ref={focus.root} className="history" aria-label={text('history_title')}>
      <header className="history-head">
        <h2 tabIndex={-1}>{text('history_title')}</h2>
        <Button variant="quiet" onClick={actions.closeHistory}>
          {text('history_close')}
        </Button>
      </header>
      {damaged > 0 && <Notice tone="warn">{text('history_damaged', { count: damaged })}</Notice>}
      {launches.length > 0 && (
        <HistoryFilters
          {...{ launches, filter }}
          hasConversation={conversationId !== undefined}
          onFilter={setFilter}
        />
      )}
      <HowMany history={history} found={found.length} />
      <HistoryList
        launches={found.slice(0, shown)}
        chosen={choice.chosen}
        onChoose={choice.choose}
        onOpen={(launchId) => actions.happen({ type: 'launch-opened', launchId })}
        onRepeat={actions.repeatLaunch}
        onDelete={(launch) => setAsked([launch])}
      />
      <div className="row">
        {found.length > shown && (
          <Button onClick={() => setShown(shown + pageSize)}>{text('history_more')}</Button>
        )}
      </div>
      {found.length > 0 && (
        <HistoryExport
          launches={found}
          allowsExport={allowsExport}
          deletable={deletable.length}
          onDelete={() => setAsked(deletable)}
        />
      )}
      {choice.ticked.length > 0 && (
        <HistoryChosen
          launches={choice.ticked}
          allowsExport={allowsExport}
          refusal={choice.isRefused ? text('history_choose_two', { most: mostChosen }) : undefined}
          onCompare={() => setComparing(true)}
          onDelete={setAsked}
        />
      )}
      {asked.length > 0 && (
        <HistoryDelete
          launches={asked}
          onConfirm={() => {
            void actions.deleteLaunches(asked.map(({ id }) => id));
            focus.afterDeleting(asked);
            setAsked([]);
            choice.forgetRefusal();
          }}
          onCancel={() => setAsked([])}
        />
      )}
    </section>
  );
}

/** The launches that the person ticked, of which there are only so many. */
function useHistoryChoice(launches: readonly Launch[]) {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isRefused, setRefused] = useState(false);
  const ticked = launches.filter(({ id }) => chosen.includes(id));
  return {
    ...{ chosen, ticked, isRefused },
    choose: (id: string, isChosen: boolean): void => {
      const next = withChosen(ticked, id, isChosen);
      setRefused(next === undefined);
      if (next) setChosen(next);
    },
    forgetRefusal: () => setRefused(false),
  };
}

/** How many launches there are, and how many of them were found. */
function HowMany({ history, found }: { history: HistoryState; found: number }) {
  const text = useText();
  const { launches, isReading } = history;
  const all = launches.length;
  return (
    <>
      <p className="soft small" role="status">
        {isReading && text('history_reading')}
        {!isReading &&
          all > 0 &&
          text('history_count', { found: formatCount(found), all: formatCount(all) })}
      </p>
      {all === 0 && !isReading && (
        <Notice live title={text('history_none')}>
          {text('history_none_hint')}
        </Notice>
      )}
    </>
  );
}

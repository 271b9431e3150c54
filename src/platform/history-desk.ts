import type { DeskActions, HistoryFacts } from '../core/desk.ts';
import { formOfInputs } from '../core/form-of-inputs.ts';
import { newestFirst } from '../core/history.ts';
import type { Launch } from '../core/launch.ts';
import type { FactStore } from './desk-facts.ts';
import { countSetAside, onLaunchesChange, readAllLaunches, readLaunch } from './launch-store.ts';
import { ask } from './messages.ts';
import { draftOf, shownLaunchOf } from './stored.ts';

type HistoryActions = Pick<
  DeskActions,
  'openHistory' | 'closeHistory' | 'openLaunch' | 'repeatLaunch' | 'deleteLaunches'
>;

/**
 * The history in a view beside a tab. Nothing of it is read until somebody opens it; from then on it
 * is kept up to date until it is closed.
 */
export function historyActions(tabId: number, store: FactStore): HistoryActions {
  let open = new AbortController();

  const openHistory = async (): Promise<void> => {
    open.abort();
    const mine = new AbortController();
    open = mine;
    const launches = new Map<string, Launch>();
    let damaged = 0;
    const show = (isReading: boolean): void => {
      if (mine.signal.aborted) return;
      const history: HistoryFacts = {
        launches: newestFirst(launches.values()),
        damaged,
        isReading,
      };
      store.change({ history, failure: undefined });
    };
    show(true);
    // Before anything is read, or a change in between would be lost.
    const changedMeanwhile = new Set<string>();
    onLaunchesChange((changed) => {
      for (const [id, kept] of changed) {
        changedMeanwhile.add(id);
        if (typeof kept === 'string') launches.delete(id);
        else launches.set(id, kept);
      }
      show(false);
    }, mine.signal);
    const [all, setAside] = await Promise.all([readAllLaunches(), countSetAside()]);
    damaged = setAside;
    for (const [id, kept] of all) {
      if (kept === 'damaged') damaged += 1;
      else if (!changedMeanwhile.has(id)) launches.set(id, kept);
    }
    show(false);
  };
  const closeHistory = (): void => {
    open.abort();
    store.change({ history: undefined });
  };

  return {
    openHistory: () => void openHistory(),
    closeHistory,
    openLaunch: (launchId) => {
      closeHistory();
      void shownLaunchOf(tabId).set(launchId);
    },
    repeatLaunch: (launchId) => {
      closeHistory();
      void repeat(launchId);
    },
    deleteLaunches: async (launchIds) => {
      const outcome = await ask('forget', { launchIds: [...launchIds] });
      store.change({ failure: outcome.ok ? undefined : outcome.failure });
    },
  };

  /** The form, as it was for that launch. */
  async function repeat(launchId: string): Promise<void> {
    const launch = await readLaunch(launchId);
    const facts = store.get();
    if (typeof launch === 'string' || facts === undefined) return;
    const { flow, inputs } = launch;
    const forms = { ...facts.draft.forms, ...(inputs && { [flow.id]: formOfInputs(inputs) }) };
    const draft = { ...facts.draft, flowId: flow.id, bySite: undefined, atOnce: false, forms };
    store.change({ draft });
    await draftOf(tabId).set(draft);
    await shownLaunchOf(tabId).remove();
    void ask('readFlow', { connection: launch.connection.name, flowId: flow.id });
  }
}

import { formOfInputs } from '../core/form/of-inputs.ts';
import { newestFirst } from '../core/launch/history.ts';
import type { Launch } from '../core/launch/launch.ts';
import { isManaged } from '../core/settings/managed.ts';
import { connectionByKey, connectionInUse } from '../core/settings/settings.ts';
import type { HistoryFacts, LauncherActions } from '../core/view/launcher.ts';
import { ask } from '../platform/messages.ts';
import { draftOf, settings, shownLaunchOf } from '../platform/store/keys.ts';
import {
  countSetAside,
  onLaunchesChange,
  readAllLaunches,
  readLaunch,
} from '../platform/store/launches.ts';
import { changeSettings } from '../platform/store/settings.ts';
import type { FactStore } from './state.ts';

export type HistoryActions = Pick<
  LauncherActions,
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

  /** The form, as it was for that launch, in the connection that it went to. */
  async function repeat(launchId: string): Promise<void> {
    const launch = await readLaunch(launchId);
    if (typeof launch === 'string') return;
    const connection = await inUse(launch);
    const facts = store.get();
    if (facts === undefined) return;
    if (connection === undefined) {
      const { name } = launch.connection;
      return store.change({ failure: { code: 'connection-not-in-use', params: { name } } });
    }
    const { flow, inputs, inputsRemoved } = launch;
    const form = inputsRemoved ? undefined : formOfInputs(inputs ?? {});
    const forms = { ...facts.draft.forms, ...(form && { [flow.id]: form }) };
    const draft = { ...facts.draft, flowId: flow.id, bySite: undefined, atOnce: false, forms };
    store.change({ draft });
    await draftOf(tabId).set(draft);
    await shownLaunchOf(tabId).remove();
    void ask('readFlow', { connection, flowId: flow.id });
  }

  /** Takes the launch's connection into use; undefined where there is none, or policy says which. */
  async function inUse({ connection }: Launch): Promise<string | undefined> {
    const current = await settings.get();
    const wanted = connectionByKey(current, connection)?.name;
    if (wanted === undefined || wanted === connectionInUse(current)?.name) return wanted;
    if (isManaged(current, 'connection')) return undefined;
    await changeSettings((own) => ({ ...own, connection: wanted }));
    return wanted;
  }
}

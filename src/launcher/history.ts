import { formOfInputs } from '../core/form/of-inputs.ts';
import { launchesFor, newestFirst } from '../core/launch/history.ts';
import type { Launch } from '../core/launch/launch.ts';
import { isManaged } from '../core/settings/managed.ts';
import { connectionByKey, connectionInUse } from '../core/settings/settings.ts';
import type { LauncherActions } from '../core/view/actions.ts';
import type { HistoryState } from '../core/view/launcher.ts';
import { originOfLaunch } from '../core/view/shows.ts';
import { settings } from '../platform/keys/settings.ts';
import { ask } from '../platform/messages.ts';
import { countSetAside, readAllLaunches, readLaunch } from '../platform/store/launches.ts';
import { atComputer, onSignedInChange } from '../platform/store/signed-in.ts';
import { keptLaunches } from './kept-launches.ts';
import { saveSettings } from './save-settings.ts';
import type { ViewStore } from './view-store.ts';

export type HistoryActions = Pick<
  LauncherActions,
  'openHistory' | 'closeHistory' | 'repeatLaunch' | 'deleteLaunches'
>;

/**
 * The history in a view beside a tab. Nothing of it is read until the person opens it; from then on it
 * is kept up to date until it is closed.
 */
export function historyActions(store: ViewStore): HistoryActions {
  const { happen } = store;
  let open = new AbortController();

  const openHistory = (): void => {
    open.abort();
    const mine = new AbortController();
    open = mine;
    let isShown = false;
    const show = (history: HistoryState): void => {
      // The view closes it by itself when another person signs in.
      if (isShown && store.get()?.history === undefined) mine.abort();
      if (mine.signal.aborted) return;
      isShown = true;
      happen({ type: 'stored', part: { history, failure: undefined } });
    };
    void followHistory(show, mine.signal);
  };
  const closeHistory = (): void => {
    open.abort();
    happen({ type: 'stored', part: { history: undefined } });
  };

  return {
    openHistory,
    closeHistory,
    repeatLaunch: (launchId) => {
      closeHistory();
      void repeat(launchId);
    },
    deleteLaunches: async (launchIds) => {
      happen({ type: 'answered', outcome: await ask('forget', { launchIds: [...launchIds] }) });
    },
  };

  /** The form, as it was for that launch, in the connection that it went to. */
  async function repeat(launchId: string): Promise<void> {
    // What is shown is whole while it is in memory, though its record holds no inputs any more.
    const shown = store.get()?.launch;
    const launch = shown?.id === launchId ? shown : await readLaunch(launchId);
    if (typeof launch === 'string') return;
    // Of another person's launch, and while no person is signed in, only the flow is told.
    const [own] = launchesFor(await atComputer([launch.connection.key]), [launch]);
    const connection = await inUse(launch);
    if (connection === false) return;
    if (connection === undefined) {
      const { name } = launch.connection;
      const failure = { code: 'connection-not-in-use', params: { name } } as const;
      return happen({ type: 'answered', outcome: { ok: false, failure } });
    }
    const state = store.get();
    const origin = state && originOfLaunch(launch, state.page, store.formOf(state)?.here);
    const isTold = own !== undefined && !own.inputsRemoved;
    const form = isTold ? formOfInputs(own.inputs ?? {}, origin) : undefined;
    happen({ type: 'form-repeated', flowId: launch.flow.id, form });
  }

  /**
   * Takes the launch's connection into use; undefined where there is none, or policy says which, and false where the
   * browser refuses to write, which the view then says.
   */
  async function inUse({ connection }: Launch): Promise<string | undefined | false> {
    const current = await settings.get();
    const wanted = connectionByKey(current, connection)?.name;
    if (wanted === undefined || wanted === connectionInUse(current)?.name) return wanted;
    if (isManaged(current, 'connection')) return undefined;
    const isSaved = await saveSettings(store, (own) => ({ ...own, connection: wanted }));
    return isSaved && wanted;
  }
}

/**
 * Reads all launches that the person at the computer may see, and shows them, at first as being read; from then on
 * whenever one changes, or another person signs in, until the signal aborts.
 */
async function followHistory(
  show: (history: HistoryState) => void,
  signal: AbortSignal,
): Promise<void> {
  let damaged: number | undefined;
  const showNow = async (): Promise<void> => {
    if (damaged === undefined) return;
    const all = launches.all();
    // Asked each time: a connection may have been used for the first time.
    const people = await atComputer(all.map(({ connection }) => connection.key));
    show({ launches: newestFirst(launchesFor(people, all)), damaged, isReading: false });
  };
  const launches = keptLaunches(() => void showNow(), signal);
  show({ launches: [], damaged: 0, isReading: true });
  const [all, setAside] = await Promise.all([readAllLaunches(), countSetAside()]);
  onSignedInChange(() => void showNow(), signal);
  launches.add(all);
  damaged = setAside + [...all.values()].filter((kept) => kept === 'damaged').length;
  await showNow();
}

import { emptyDraft } from '../core/form/draft.ts';
import { extrasOf } from '../core/session/extras.ts';
import type { Session } from '../core/session/session.ts';
import type { EffectiveSettings } from '../core/settings/managed.ts';
import {
  type Connection,
  connectionInUse,
  connectionKey,
  type Settings,
} from '../core/settings/settings.ts';
import {
  beginning,
  withoutConnection,
  withoutFlows,
  withoutLaunch,
} from '../core/view/beginning.ts';
import type { LauncherState, ShownSession } from '../core/view/launcher.ts';
import { program } from '../platform/about.ts';
import {
  flowCacheOf,
  flowDetailsOf,
  limitOf,
  recentFlowsOf,
  sessionOf,
  signInOf,
} from '../platform/keys/connection.ts';
import { evidenceOf, shownRecordOf } from '../platform/keys/launch.ts';
import { settingsSoon } from '../platform/keys/settings.ts';
import { draftOf, openedLaunchOf, shownLaunchOf } from '../platform/keys/tab.ts';
import type { Readable } from '../platform/store/stored.ts';
import type { Change, Part } from './part.ts';
import type { ViewStore } from './view-store.ts';

/**
 * Reads what is stored for a tab's view into its store, and keeps it up to date until the view closes. It
 * returns a function that does the same with the list of flows, which may be long.
 */
export async function openState(
  { tabId, isTurnedTo }: { tabId: number; isTurnedTo: boolean },
  store: ViewStore,
  closed: AbortSignal,
): Promise<() => Promise<void>> {
  const change: Change = (part) => store.happen({ type: 'stored', part });
  const connection = follower((value: EffectiveSettings) => connectionParts(value), closed);
  const flows = follower((value: EffectiveSettings) => flowParts(value), closed);
  const launch = follower(
    (id: string | undefined) =>
      id === undefined ? [] : [part('launch', shownRecordOf(id)), part('evidence', evidenceOf(id))],
    closed,
  );
  const shown = shownLaunchOf(tabId);

  let changed: EffectiveSettings | undefined;
  const reconnect = async (value: EffectiveSettings): Promise<void> => {
    changed = value;
    const [parts, list] = await Promise.all([
      connection.follow(value, change),
      flows.follow(value, change),
    ]);
    const flowFacts = list && { ...withoutFlows, ...list };
    if (parts) change({ ...withoutConnection, ...parts, ...flowFacts, settings: value });
  };
  const show = async (id: string | undefined): Promise<void> => {
    const parts = await launch.follow(id, change);
    if (parts) change({ ...withoutLaunch, ...parts });
  };
  // Before anything is read, or a change in between would be lost.
  settingsSoon.onChange((value) => void reconnect(value), closed);
  shown.onChange((id) => void show(id), closed);
  // After signing out, in any view, nothing stays here for the next person.
  draftOf(tabId).onChange((draft) => {
    if (draft === emptyDraft) change({ draft });
  }, closed);

  const [stored, draft] = await Promise.all([settingsSoon.get(), draftOf(tabId).get()]);
  const settings = changed ?? stored;
  const [ofConnection, ofLaunch, openedLaunch] = await Promise.all([
    connection.follow(settings, change),
    launch.follow(await shown.get(), change),
    openedLaunchOf(tabId).get(),
  ]);
  if (openedLaunch !== undefined) void openedLaunchOf(tabId).remove();
  const openedAt = Date.now();
  store.begin({
    ...beginning,
    tabId,
    openedAt,
    turnedAt: isTurnedTo ? openedAt : undefined,
    launchId: crypto.randomUUID(),
    openedLaunch,
    program: program(),
    settings,
    draft,
    ...ofConnection,
    ...ofLaunch,
  });
  return async () => {
    const parts = await flows.follow(changed ?? settings, change);
    if (parts) change(parts);
  };
}

function part<Value, Name extends keyof LauncherState>(
  name: Name,
  item: Readable<Value>,
  shown: (value: Value) => LauncherState[Name] = (value) => value as LauncherState[Name],
): Part {
  const named = (value: Value) => ({ [name]: shown(value) });
  return {
    read: async () => named(await item.get()),
    onChange: (callback, signal) => item.onChange((value) => callback(named(value)), signal),
  };
}

function connectionParts(settings: Settings): Part[] {
  const connection = connectionInUse(settings);
  if (connection === undefined) return [];
  const key = connectionKey(connection);
  return [
    part('session', sessionOf(key), withoutToken),
    part('signIn', signInOf(key)),
    part('flowDetails', flowDetailsOf(key)),
    part('limit', limitOf(key)),
  ];
}

/** What may be long, and waits until the form is there: the list of flows, and the person's conversations. */
function flowParts(settings: Settings): Part[] {
  const connection = connectionInUse(settings);
  if (connection === undefined) return [];
  const key = connectionKey(connection);
  return [
    part('flowCache', flowCacheOf(key)),
    part('recentFlows', recentFlowsOf(key)),
    ...customerParts(connection, key),
  ];
}

/** What Genesys Cloud says of customers: what reads that is loaded only where it is read. */
function customerParts(connection: Connection, key: string): Part[] {
  if (extrasOf(connection).length === 0) return [];
  const loading = import('./customer-part.ts').then((it) => it.customerPart(connection, key));
  return [
    {
      read: async () => (await loading).read(),
      onChange: (callback, signal) => void loading.then((it) => it.onChange(callback, signal)),
    },
  ];
}

/** Follows the parts that something stands for, and lets go of those of what it stood for before. */
function follower<Of>(partsOf: (of: Of) => Part[], closed: AbortSignal) {
  let current = new AbortController();
  return {
    /** What the parts are; undefined where something else took their place while they were read. */
    async follow(of: Of, change: Change): Promise<Partial<LauncherState> | undefined> {
      current.abort();
      const mine = new AbortController();
      current = mine;
      const signal = AbortSignal.any([mine.signal, closed]);
      // A change that comes while the rest is read is newer than what is read.
      let meanwhile: Partial<LauncherState> = {};
      let take: Change = (changed) => {
        meanwhile = { ...meanwhile, ...changed };
      };
      const parts = partsOf(of);
      for (const each of parts) each.onChange((changed) => take(changed), signal);
      const read = await Promise.all(parts.map((each) => each.read()));
      take = change;
      return mine.signal.aborted ? undefined : Object.assign({}, ...read, meanwhile);
    },
  };
}

function withoutToken(session: Session | undefined): ShownSession | undefined {
  if (session === undefined) return undefined;
  const { accessToken: _, ...rest } = session;
  return rest;
}

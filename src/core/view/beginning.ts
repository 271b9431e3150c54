import type { LauncherState } from './launcher.ts';

/** Of a connection of which nothing was read. */
export const withoutConnection = {
  session: undefined,
  signIn: undefined,
  conversations: undefined,
  contacts: undefined,
  tables: {},
  flowDetails: {},
  limit: undefined,
} satisfies Partial<LauncherState>;

/** Of a list of flows that was not read. */
export const withoutFlows = {
  flowCache: { flows: [], complete: false },
  recentFlows: [],
} satisfies Partial<LauncherState>;

/** Without a launch to show. */
export const withoutLaunch = {
  launch: undefined,
  evidence: undefined,
} satisfies Partial<LauncherState>;

/** What a view begins with, before anything was read or done. */
export const beginning = {
  ...withoutConnection,
  ...withoutFlows,
  ...withoutLaunch,
  focusedInput: undefined,
  page: { state: 'reading' },
  // The first reading is asked for before there is a state.
  reads: { asked: 1, taken: 0 },
  stir: { changes: 0, moves: 0 },
  said: undefined,
  launching: undefined,
  attempts: 0,
  notice: undefined,
  unfinished: [],
  openedLaunch: undefined,
  done: { knowsFlows: false },
  history: undefined,
  failure: undefined,
} satisfies Partial<LauncherState>;

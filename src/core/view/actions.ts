import type { Environment } from '../base/environment.ts';
import type { FindingAction } from '../base/finding.ts';
import type { SetUpDraft } from '../settings/set-up-draft.ts';
import type { Connection } from '../settings/settings.ts';
import type { FormView } from './form-view.ts';
import type { PersonHappening } from './happening.ts';
import type { LauncherState } from './launcher.ts';

/**
 * What components can do. They tell what the person does (`happen`), which the view's step decides; the other
 * actions need the browser or the worker. What changes comes back as state.
 */
export interface LauncherActions {
  /** The same function every time. */
  happen(happening: PersonHappening): void;
  /** Absent in the side panel itself. */
  openSidePanel?: (() => void) | undefined;
  /** The extension keys of the browser, as the person has set them. */
  browserKeys(): Promise<readonly BrowserKey[]>;
  signIn(): void;
  /** Asks the person who they are and signs them in, also where the login server knows a person. */
  useAnotherAccount(): void;
  signOut(): void;
  openOptions(): void;
  /** Opens the rule for the page's site, or one that is still to be made. */
  editSite(): void;
  /** The redirect URL to register for an environment. */
  redirectUrl(environment: Environment): string;
  /** What was typed in the first set-up before the popup closed. */
  setUpDraft(): Promise<SetUpDraft | undefined>;
  keepSetUpDraft(draft: SetUpDraft): void;
  /** Takes a first connection, and signs in to it. */
  setUp(connection: Connection): void;
  /** Goes on with another connection, by its name. */
  chooseConnection(name: string): void;
  /** Shows a flow first, and in the context menu, or no longer. */
  pinFlow(flow: { id: string; name: string }, pinned: boolean): void;
  /** The form of the chosen flow, as it is on screen; undefined until the code for it is loaded. */
  formOf(state: LauncherState): FormView | undefined;
  /** Wakes the worker, because the pointer or the focus is at the button `Launch`. */
  expectLaunch(): void;
  /** Back to the form, filled as for the launch that is shown. */
  launchAgain(): void;
  /** Cancels the launch that is shown, if it was not sent yet. */
  cancelLaunch(): void;
  openHistory(): void;
  closeHistory(): void;
  /** Back to the form, filled as for a launch of the history. */
  repeatLaunch(launchId: string): void;
  /** Deletes launches from the history; those that have not ended stay. */
  deleteLaunches(launchIds: readonly string[]): Promise<void>;
  /** Looks once more for the launch that is shown, whose outcome is unknown. */
  lookAgain(): void;
  /** Everything about this installation that support asks for, in text. */
  supportBundle(): Promise<string>;
  /** Does what a finding proposes, if that is possible from here. */
  remedy(action: FindingAction): void;
}

/** A key of the browser's own list of extension keys. */
export interface BrowserKey {
  /** What it does, in the reader's language; undefined for opening the popup. */
  description: string | undefined;
  /** As the browser writes it; empty where no key is set. */
  keys: string;
}

export interface OpenLauncher extends LauncherActions {
  /** Another page was loaded in the tab: it is read. */
  pageLoaded(): void;
  state(): LauncherState | undefined;
  subscribe(listener: () => void): () => void;
}

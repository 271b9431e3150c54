import type { Environment } from '../base/environment.ts';
import type { FindingAction } from '../base/finding.ts';
import type { Choice } from '../conversation/which-customer.ts';
import type { FormValue, ValueSource } from '../form/form.ts';
import type { SetUpDraft } from '../settings/set-up-draft.ts';
import type { Connection } from '../settings/settings.ts';
import type { FormView } from './form-view.ts';
import type { LauncherState } from './launcher.ts';
import type { PersonChoice } from './people.ts';

/** What a view can have done. Nothing is answered: what changes comes back as facts. */
export interface LauncherActions {
  /** Absent in the side panel itself. */
  openSidePanel?: (() => void) | undefined;
  /** The keys that the browser listens to for us, as the person has set them. */
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
  /** Reads the list of flows, and the chosen flow, behind what is shown. */
  refresh(): void;
  /** Reads the page and the person's conversations again. */
  readPage(): void;
  /** Says whom the form is about, where page and conversations do not settle it. */
  chooseCustomer(choice: Choice): void;
  /** Says which of the people on the page the form is about; undefined to be asked again. */
  choosePerson(choice: PersonChoice | undefined): void;
  /** Reads the rows of the table that an input is chosen from. */
  wantChoices(input: string): void;
  /** Looks up the external contact behind the customer. */
  lookUpContact(): void;
  chooseFlow(flowId: string): void;
  /** Shows a flow first, and in the context menu, or no longer. */
  pinFlow(flow: { id: string; name: string }, pinned: boolean): void;
  /** Sets an input: by typing, or (with a source) by choosing from the page. */
  setInput(name: string, value: FormValue, source?: ValueSource): void;
  /** A value that was typed on another page is meant for this one. */
  confirmInput(name: string): void;
  /** Takes what this page says in place of what was typed or chosen. */
  takePageValue(name: string): void;
  /** The form of the chosen flow, as it is on screen; undefined until what derives it is loaded. */
  formOf(state: LauncherState): FormView | undefined;
  /** Says whether an input's value is to be sent. */
  withhold(name: string, isWithheld: boolean): void;
  /** A launch is near, for the pointer or the focus is at its button: the worker may be woken before. */
  expectLaunch(): void;
  /** `Launch`. `anyway`: although it may be refused, or runs twice within a short time. */
  launch(anyway?: boolean): void;
  /** The answer to the question before a launch in production. */
  answerQuestion(yes: boolean): void;
  /** Takes back what is about to be launched at once. */
  stop(): void;
  /** A key, a click or an edit: nothing is launched at once after it. */
  interrupt(): void;
  /** Back to the form, as it was before: after an accepted launch with nothing but what the page says. */
  closeLaunch(): void;
  /** To the form, filled as the launch that is shown was. */
  launchAgain(): void;
  /** Gives up the launch that is shown, where it was not sent yet. */
  cancelLaunch(): void;
  openHistory(): void;
  closeHistory(): void;
  /** Shows a launch of the history in place of the form. */
  openLaunch(launchId: string): void;
  /** To the form, filled as a launch of the history was. */
  repeatLaunch(launchId: string): void;
  /** Deletes launches from the history; those that have not ended stay. */
  deleteLaunches(launchIds: readonly string[]): Promise<void>;
  /** Looks once more for the launch that is shown, of which it is not known whether it was made. */
  lookAgain(): void;
  /** Everything about this installation that support asks for, in text. */
  supportBundle(): Promise<string>;
  /** Does what a finding proposes; what cannot be done from here is left alone. */
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

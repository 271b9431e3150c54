import type { Environment } from '../base/environment.ts';
import type { Failure } from '../base/failure.ts';
import type { FindingAction } from '../base/finding.ts';
import type { RateLimit } from '../base/rate-limit.ts';
import type { Gathered } from '../diagnosis/gathered.ts';
import type { FlowCache, FlowDetails, RecentFlows } from '../flow/list.ts';
import type { Draft } from '../form/draft.ts';
import type { Creator } from '../launch/har.ts';
import type { Launch } from '../launch/launch.ts';
import type { LaunchStart } from '../launch/request.ts';
import type { PageContext } from '../page/context.ts';
import type { Session } from '../session/session.ts';
import type { EffectiveSettings } from '../settings/managed.ts';
import type { RuleHealth } from '../settings/rule-health.ts';
import type { Connection } from '../settings/settings.ts';

/** The site rule that means a page. */
export interface SiteOfPage {
  name: string;
  /** The flow that it offers, by name or id. */
  flow?: string | undefined;
  health: RuleHealth;
}

/** What is known of the page that a view belongs to. */
export type LauncherPage =
  | { state: 'reading' }
  | { state: 'read'; context: PageContext; site?: SiteOfPage | undefined }
  | { state: 'unreadable'; failure: Failure };

/** How signing in stands. */
export type SignInState = { state: 'signing-in' | 'failed'; failure?: Failure | undefined };

/** The session without its token, which no view needs. */
export type ShownSession = Omit<Session, 'accessToken'>;

/**
 * Everything that a view draws: what is stored, as it changes, and the page. Undefined until the
 * first read of the storage came back.
 */
export interface LauncherState {
  settings: EffectiveSettings;
  session: ShownSession | undefined;
  signIn: SignInState | undefined;
  flowCache: FlowCache;
  flowDetails: FlowDetails;
  recentFlows: RecentFlows;
  draft: Draft;
  launch: Launch | undefined;
  /** What was gathered to explain that launch; undefined until it was, or where nothing is to. */
  evidence: Gathered | undefined;
  /** The id of the next launch: one form makes one launch. */
  launchId: string;
  /** The input that a finding led to. */
  focusedInput: string | undefined;
  page: LauncherPage;
  /** How much of the limit of requests is used up, where the server told. */
  limit: RateLimit | undefined;
  /** Undefined where the history is not open. */
  history: HistoryFacts | undefined;
  /** What calls itself Kickoff here: for what is handed to support. */
  program: Creator;
  /** Why the worker did not do what was last asked of it. */
  failure: Failure | undefined;
}

/** The history as it is kept, once somebody has opened it. */
export interface HistoryFacts {
  /** Newest first. */
  launches: readonly Launch[];
  /** Records that cannot be read. They are kept aside. */
  damaged: number;
  isReading: boolean;
}

/** What a view can have done. Nothing is answered: what changes comes back as facts. */
export interface LauncherActions {
  /** Absent in the side panel itself. */
  openSidePanel?: (() => void) | undefined;
  /** The keys that the browser listens to for us, as the person has set them. */
  browserKeys(): Promise<readonly BrowserKey[]>;
  signIn(): void;
  signOut(): void;
  openOptions(): void;
  /** Opens the rule for the page's site, or one that is still to be made. */
  editSite(): void;
  /** The redirect URL to register for an environment. */
  redirectUrl(environment: Environment): string;
  /** Takes a first connection, and signs in to it. */
  setUp(connection: Connection): void;
  /** Goes on with another connection, by its name. */
  chooseConnection(name: string): void;
  /** Reads the list of flows, and the chosen flow, behind what is shown. */
  refresh(): void;
  /** Reads the page again, as after it changed. */
  readPage(): void;
  chooseFlow(flowId: string): void;
  editForm(flowId: string, form: Draft['forms'][string]): void;
  /** A launch is near, for somebody points at its button: the worker may be woken before. */
  expectLaunch(): void;
  /** `anyway`: it is meant to run twice within a short time. */
  launch(start: LaunchStart, anyway?: boolean): void;
  /** Back to the form, as it was. */
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
  facts(): LauncherState | undefined;
  subscribe(listener: () => void): () => void;
}

import type { Draft } from './draft.ts';
import type { Failure } from './failure.ts';
import type { FlowCache, FlowDetails, RecentFlows } from './flow-list.ts';
import type { Launch } from './launch.ts';
import type { EffectiveSettings } from './managed.ts';
import type { PageContext } from './page-context.ts';
import type { Session } from './session.ts';

/** What is known of the page that a view belongs to. */
export type DeskPage =
  | { state: 'reading' }
  | { state: 'read'; context: PageContext }
  | { state: 'unreadable'; failure: Failure };

/** How signing in stands. */
export type SignInState = { state: 'signing-in' | 'failed'; failure?: Failure | undefined };

/** The session without its token, which no view needs. */
export type ShownSession = Omit<Session, 'accessToken'>;

/**
 * Everything that a view draws: what is stored, as it changes, and the page. Undefined until the
 * first read of the storage came back.
 */
export interface DeskFacts {
  settings: EffectiveSettings;
  session: ShownSession | undefined;
  signIn: SignInState | undefined;
  flowCache: FlowCache;
  flowDetails: FlowDetails;
  recentFlows: RecentFlows;
  draft: Draft;
  launch: Launch | undefined;
  page: DeskPage;
  /** Why the worker did not do what was last asked of it. */
  failure: Failure | undefined;
}

/** What a view can have done. Nothing is answered: what changes comes back as facts. */
export interface DeskActions {
  signIn(): void;
  signOut(): void;
  openOptions(): void;
  /** Reads the list of flows, and the chosen flow, behind what is shown. */
  refresh(): void;
  chooseFlow(flowId: string): void;
  editForm(flowId: string, form: Draft['forms'][string]): void;
  launch(launch: LaunchStart): void;
  /** Back to the form, as it was. */
  closeLaunch(): void;
}

/** What a complete form gives. */
export interface LaunchStart {
  flowId: string;
  flowName: string;
  inputData: Record<string, unknown> | undefined;
}

export interface Desk extends DeskActions {
  facts(): DeskFacts | undefined;
  subscribe(listener: () => void): () => void;
}

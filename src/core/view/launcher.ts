import type { Failure } from '../base/failure.ts';
import type { RateLimit } from '../base/rate-limit.ts';
import type { Conversations } from '../conversation/recent.ts';
import type { Gathered } from '../diagnosis/gathered.ts';
import type { FlowCache, FlowDetails, RecentFlows } from '../flow/list.ts';
import type { Draft } from '../form/draft.ts';
import type { Creator } from '../launch/har.ts';
import type { Launch } from '../launch/launch.ts';
import type { LaunchStart } from '../launch/request.ts';
import type { ContactLookUp } from '../lookup/contact.ts';
import type { DataTable } from '../lookup/table.ts';
import type { PageContext } from '../page/context.ts';
import type { Origin, PageDocument } from '../page/document.ts';
import type { Said } from '../page/said.ts';
import type { Person } from '../session/person.ts';
import type { Session } from '../session/session.ts';
import type { EffectiveSettings } from '../settings/managed.ts';
import type { RuleHealth } from '../settings/rule-health.ts';

/** The site rule that means a page. */
export interface SiteOfPage {
  name: string;
  /** The flow that it offers, by name or id. */
  flow?: string | undefined;
  health: RuleHealth;
}

/** A page as it was read. */
export interface ReadPage {
  document: PageDocument;
  context: PageContext;
  site?: SiteOfPage | undefined;
  /** By field: the facts of the page that say its value, to look at again. */
  facts: Readonly<Record<string, readonly string[]>>;
}

/** What is known of the page that a view belongs to. */
export type LauncherPage =
  | { state: 'reading' }
  | ({ state: 'read'; move?: PageMove | undefined } & ReadPage)
  /** `context`: what a click said of it all the same. */
  | {
      state: 'unreadable';
      failure: Failure;
      document: PageDocument;
      context?: PageContext | undefined;
    };

/** The page became another one without a page load, and may still be drawing it. */
export interface PageMove {
  /** Milliseconds since 1970. */
  since: number;
  /** What the page said before: a value that is still the same may be one that was not drawn anew yet. */
  before: PageContext;
  /** The address that the page moved to. */
  to: string;
  /** It moved on to `to` before it rested, or was seen: what it draws may be the record in between, which comes late. */
  isOnward: boolean;
}

/** What a person pointed at or typed to open the view. */
export interface SaidHere {
  said: Said;
  /** The page that it was said of; undefined until a page is known. */
  document: PageDocument | undefined;
  /** What the page said of its customer then, once it was read; about another one it was not said. */
  origin?: Origin | undefined;
  /** The first reading that heard it, by its number. */
  read: number;
  /** It has taken the place of what was in the form before. */
  isApplied: boolean;
}

/** What of the page's content changed since it was read. */
export interface Stir {
  /** The count of changes at the last glance. */
  changes: number;
  /** How often the address had changed by then. */
  moves: number;
  /** When it began to change, in milliseconds since 1970; undefined while it rests. */
  since?: number | undefined;
}

/** What a person means to launch: what is sent, and whom the form showed that it is about. */
export interface Meant {
  readonly start: LaunchStart;
  /** The conversation's customer, by a key; empty where the form takes nothing of a conversation. */
  readonly who: string;
  /** The page and the conversation that it was meant beside; undefined while they were not known. */
  readonly here: Origin | undefined;
}

/** A launch on its way out of the view. */
export type Launching =
  /** Pressed while the page is read: it waits. `seen`: what is on screen had been there for a while. */
  | ({ step: 'held'; since: number; anyway: boolean; seen: boolean } & Meant)
  /** A click asked to launch at once: the form is not complete yet. */
  | { step: 'intended'; flowId: string; until: number; document: PageDocument | undefined }
  /** It is shown, with what it will send, and can be stopped. */
  | ({ step: 'counting'; from: number; until: number; atOnce: boolean } & Meant)
  /** Production: the person is asked. */
  | ({ step: 'asked'; anyway: boolean } & Meant)
  /** The person's conversations and then the page are looked at once more. */
  | ({
      step: 'checking';
      since: number;
      /** It was not pressed: the settings launch this flow at once. */
      atOnce: boolean;
      looksAtPage: boolean;
      /** The reading that is the look at the page, once it was asked for. */
      read: number | undefined;
      /** The page, where it could not be read before. */
      unread: PageDocument | undefined;
      anyway: boolean;
    } & Meant);

/** What a form says above its button about a launch that was not made, or not yet. */
export type FormNotice =
  /** The page says something else than what was to be sent. */
  | { kind: 'page-says-other'; values: readonly { label: string; was: string; now: string }[] }
  /** It became another page. */
  | { kind: 'page-changed' }
  /** It does not answer: how old the values are, in milliseconds since 1970. */
  | { kind: 'page-silent'; readAt: number }
  /** The form is about another conversation than it was, or about none. */
  | { kind: 'conversation-changed' }
  /** Genesys Cloud did not say in time whether the conversation is still the same. */
  | { kind: 'conversation-silent' }
  /** The connection in use is another one by the settings, or asks before a launch by now. */
  | { kind: 'settings-changed' }
  /** Another person is signed in now. */
  | { kind: 'another-person'; name: string }
  /** What was to be launched at once was stopped, or wants more. */
  | { kind: 'stopped' };

/** An open launch, in one line. */
export type Unfinished = Pick<
  Launch,
  'id' | 'state' | 'flow' | 'customer' | 'times' | 'by' | 'connection'
>;

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
  /** The person's conversations, as last read; undefined where none were. */
  conversations: Conversations | undefined;
  /** What was last looked up of external contacts. */
  contacts: ContactLookUp | undefined;
  /** Rows of data tables that inputs are chosen from, by the tables' ids. */
  tables: Readonly<Record<string, DataTable>>;
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
  /** The number of the last reading that was asked for, and of the last one that was taken. */
  reads: { asked: number; taken: number };
  stir: Stir;
  /** What a click in the menu, a command or the address bar said, for the page that it was made on. */
  said: SaidHere | undefined;
  launching: Launching | undefined;
  /** How often a launch was tried in vain: from the first time on, everything wrong is shown. */
  attempts: number;
  notice: FormNotice | undefined;
  /** Open launches, wherever they were made. */
  unfinished: readonly Unfinished[];
  /** The launch that the person opened from a line or the history: it shows on any page. */
  openedLaunch: string | undefined;
  /** The tab that the view belongs to. */
  tabId: number;
  /** When the view was opened, in milliseconds since 1970. */
  openedAt: number;
  /** When the form last turned by itself to other values, in milliseconds since 1970. */
  turnedAt: number | undefined;
  /** What was done already, so that it is done once. */
  done: DoneOnce;
  /** How much of the limit of requests is used up, where the server told. */
  limit: RateLimit | undefined;
  /** Undefined where the history is not open. */
  history: HistoryState | undefined;
  /** What calls itself Kickoff here: for what is handed to support. */
  program: Creator;
  /** Why the worker did not do what was last asked of it. */
  failure: Failure | undefined;
}

/** What a view does once for each. */
export interface DoneOnce {
  /** The launch that evidence was asked for. */
  explained?: string | undefined;
  /** The accepted launch after which its form was emptied. */
  emptied?: string | undefined;
  /** The page that its site's flow was offered for. */
  offered?: string | undefined;
  /** Who was signed in last, to which connection. */
  person?: { connection: string; person: Person } | undefined;
  /** The session whose conversations were read when the view opened. */
  conversations?: string | undefined;
  /** The number or email address that was last looked up. */
  contact?: string | undefined;
  /** The list of flows was read from storage. */
  knowsFlows: boolean;
}

/** The history as it is kept, once the person has opened it. */
export interface HistoryState {
  /** Newest first. */
  launches: readonly Launch[];
  /** Records that cannot be read. They are kept aside. */
  damaged: number;
  isReading: boolean;
}

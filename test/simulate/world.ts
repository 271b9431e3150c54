import type { Reply } from '../../src/core/base/http.ts';
import type { Conversations } from '../../src/core/conversation/recent.ts';
import type { Facts } from '../../src/core/launch/facts.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import type { Look } from '../../src/core/page/look.ts';
import type { Heard } from '../../src/core/page/said.ts';
import type { formViews } from '../../src/core/view/form.ts';
import type { LauncherState, ShownSession } from '../../src/core/view/launcher.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { opened, type TestPage, tabId } from '../harness/view-pages.ts';
import { type Arranged, ada, grace } from '../harness/view-world.ts';
import type { Trial } from './act.ts';
import { type Check, checkOf } from './check.ts';
import type { Cause } from './posted.ts';
import type { Defect } from './rules.ts';
import { type Meant, type OfTab, openTab, type Tab } from './tab.ts';
import { simulatedTalks, type Talks } from './talks.ts';

/** A view beside a tab. */
export interface OpenView extends OfTab {
  /** The form has just come into sight: until then a press is for what stood there before, of this tab. */
  unseen: { until: number; tab: Tab } | undefined;
  state: LauncherState;
  /** Each view remembers the form of its own state. */
  readonly formOf: ReturnType<typeof formViews>;
  said: Heard | undefined;
  cause: Cause | undefined;
  /** The session that the person saw when they confirmed. */
  shown: ShownSession | undefined;
  /** When it first read each document. */
  knows: Map<string, number>;
  readings: { read: number; at: number; page: TestPage | undefined; asked: number }[];
  glanceAt: number;
  wakes: number[];
  /** Readings of the person's conversations on their way; `looks`: a launch waits for it. */
  hearings: { at: number; looks: boolean }[];
  /** When the conversations were last looked at for a launch. */
  lookedAt: number;
}

/** A launch that was handed to the worker. */
export interface Handed extends OfTab {
  /** The view that it comes from. */
  view: OpenView;
  question: Question<'launch'>;
  cause: Cause | undefined;
  shown: ShownSession | undefined;
  knows: ReadonlyMap<string, number>;
  lookedAt: number;
  /** The person set the number by hand. */
  isTouched: boolean;
  /** The connection asks before a launch. */
  asks: boolean;
  /** The connection launches the flow at once. */
  mayAtOnce: boolean;
}

/** A launch that the worker works on. */
export interface Job {
  handed: Handed;
  record: Launch;
  facts: Facts;
  look: Look | undefined;
  /** What is kept of the look for the next worker, while the launch waits. */
  kept: Look | undefined;
  /** When it goes on, and what came then: what the server answered; nothing where a wait is over. */
  next: { at: number; reply?: Reply };
  /** Its tab was gone when it was begun. */
  isOfGone: boolean;
  /** It had to wait for the person to sign in. */
  isSignedInFor: boolean;
}

/** Two tabs of one window, the views beside them, what is stored for all and what the worker has in hand. */
export interface World {
  readonly trial: Trial;
  readonly defect: Defect | undefined;
  tabs: readonly [Tab, Tab];
  /** The one that the person looks at. */
  front: Tab;
  readonly talks: Talks;
  /** The person's conversations, as the worker last read them. */
  heard: Conversations | undefined;
  readonly check: Check;
  /** The popup and the side panel. */
  readonly views: (OpenView | undefined)[];
  /** Clicks in the menu or the address bar whose popup has not opened yet. */
  clicks: ({ at: number; meant: Meant } & OfTab)[];
  /** Launches on their way, with the time of their POST. */
  due: { at: number; handed: Handed }[];
  /** Launches that the worker works on. */
  jobs: Job[];
  /** The launches that were begun, by id. */
  readonly begun: Map<string, Job>;
  /** How many requests the server will refuse, as there were too many. */
  limited: number;
  now: number;
  /** How many readings were asked for. */
  readings: number;
  /** How the connection in use is set up. */
  arranged: Arranged;
  isAda: boolean;
  session: ShownSession;
  /** The token is used up: a launch waits until the person has signed in. */
  isExpired: boolean;
  /** The launch that was made last. */
  last: Launch | undefined;
  freshId(): string;
  freshTabId(): number;
}

export function openWorld(trial: Trial, defect: Defect | undefined): World {
  const talks = simulatedTalks();
  let ids = 0;
  let tabIds = tabId;
  const freshTabId = (): number => {
    tabIds += 1;
    return tabIds;
  };
  const front = openTab(tabId);
  return {
    trial,
    defect,
    tabs: [front, openTab(freshTabId())],
    front,
    talks,
    heard: undefined,
    check: checkOf(talks, trial),
    views: [undefined, undefined],
    clicks: [],
    due: [],
    jobs: [],
    begun: new Map(),
    limited: 0,
    now: opened,
    readings: 0,
    arranged: { ...trial, isElsewhere: false, inputs: { 'Flow.note': 'Account {{account}}' } },
    isAda: true,
    session: ada,
    isExpired: false,
    last: undefined,
    freshTabId,
    freshId: () => {
      ids += 1;
      return `0a0b0c0d-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
}

/** A press or a click just now in a tab, by what is shown. */
export function causeOf({ arranged, now }: World, tab: Tab): Cause {
  return {
    tab,
    confirmed: new Set(),
    beside: new Set(),
    picked: tab.page.picked(),
    used: false,
    at: now,
    isAtOnce: false,
    isElsewhere: arranged.isElsewhere,
  };
}

/** The session of the person who is signed in, in the connection in use. */
export function sessionIn({ isAda, arranged }: Pick<World, 'isAda' | 'arranged'>): ShownSession {
  const session = isAda ? ada : grace;
  if (!arranged.isElsewhere) return session;
  const organization = { id: 'another org', name: 'Production' };
  return { ...session, id: `${session.id} elsewhere`, organization };
}

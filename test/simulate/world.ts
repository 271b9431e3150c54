import type { Reply } from '../../src/core/base/http.ts';
import type { Conversations } from '../../src/core/conversation/recent.ts';
import { emptyDraft } from '../../src/core/form/draft.ts';
import type { Facts } from '../../src/core/launch/facts.ts';
import type { Intention } from '../../src/core/launch/intention.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import type { Look } from '../../src/core/page/look.ts';
import type { Heard } from '../../src/core/page/said.ts';
import type { formViews } from '../../src/core/view/form.ts';
import type { LauncherState, ShownSession } from '../../src/core/view/launcher.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { opened, type TestPage } from '../harness/view-pages.ts';
import { type Arranged, ada, flow, grace } from '../harness/view-world.ts';
import type { Trial } from './act.ts';
import { type Check, checkOf } from './check.ts';
import { type SimulatedPage, simulatedPage } from './page.ts';
import type { Cause } from './posted.ts';
import type { Defect } from './rules.ts';
import { simulatedTalks, type Talks } from './talks.ts';

/** A view beside the tab. */
export interface OpenView {
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
export interface Handed {
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
}

/** A tab with its page, the views beside it, what is stored and what the worker has in hand. */
export interface World {
  readonly trial: Trial;
  readonly defect: Defect | undefined;
  readonly page: SimulatedPage;
  readonly talks: Talks;
  /** On the pages of which customers the person said whom the form is about. */
  readonly chosen: Set<string>;
  /** The person's conversations, as the worker last read them. */
  heard: Conversations | undefined;
  readonly check: Check;
  readonly views: (OpenView | undefined)[];
  /** Launches on their way, with the time of their POST. */
  due: { at: number; handed: Handed }[];
  /** Launches that the worker works on. */
  jobs: Job[];
  /** Ids of the launches that were begun. */
  readonly begun: Set<string>;
  /** How many requests the server will refuse, as there were too many. */
  limited: number;
  now: number;
  /** How many readings were asked for. */
  readings: number;
  /** How the connection in use is set up. */
  arranged: Arranged;
  isAda: boolean;
  session: ShownSession;
  /** The launch that was made last. */
  last: Launch | undefined;
  /** The launch that the tab's views show. */
  shown: Launch | undefined;
  draft: LauncherState['draft'];
  intention: { intention: Intention; cause: Cause } | undefined;
  freshId(): string;
}

export function openWorld(trial: Trial, defect: Defect | undefined): World {
  const page = simulatedPage();
  const talks = simulatedTalks();
  const chosen = new Set<string>();
  let ids = 0;
  return {
    trial,
    defect,
    page,
    talks,
    chosen,
    heard: undefined,
    check: checkOf(page, talks, chosen, trial),
    views: [undefined, undefined],
    due: [],
    jobs: [],
    begun: new Set(),
    limited: 0,
    now: opened,
    readings: 0,
    arranged: { ...trial, isElsewhere: false, inputs: { 'Flow.note': 'Account {{account}}' } },
    isAda: true,
    session: ada,
    last: undefined,
    shown: undefined,
    draft: { ...emptyDraft, flowId: flow.id },
    intention: undefined,
    freshId: () => {
      ids += 1;
      return `0a0b0c0d-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };
}

/** A press or a click just now, by what is shown. */
export function causeOf({ arranged, now, page }: World): Cause {
  return {
    confirmed: new Set(),
    beside: new Set(),
    picked: page.picked(),
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

import type { Conversation } from '../../src/core/conversation/conversation.ts';
import type { Conversations } from '../../src/core/conversation/recent.ts';
import type { FlowDetail } from '../../src/core/flow/flow.ts';
import { emptyDraft } from '../../src/core/form/draft.ts';
import type { FormValue } from '../../src/core/form/form.ts';
import { pageContext } from '../../src/core/page/context.ts';
import { unreadPage } from '../../src/core/page/document.ts';
import { factsOf } from '../../src/core/page/facts-behind.ts';
import { type Said, withSaid } from '../../src/core/page/said.ts';
import type { PageFact, PageSnapshot } from '../../src/core/page/snapshot.ts';
import { noPolicy, underPolicy } from '../../src/core/settings/managed.ts';
import {
  type ContextSource,
  neededScopes,
  settingsSchema,
} from '../../src/core/settings/settings.ts';
import { beginning } from '../../src/core/view/beginning.ts';
import { formViews } from '../../src/core/view/form.ts';
import type { FormView } from '../../src/core/view/form-view.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { LauncherState, ReadPage, ShownSession } from '../../src/core/view/launcher.ts';
import { step } from '../../src/core/view/step.ts';

// A view without a browser: its state, and what it has done. Time passes only when it is told to.

export const tabId = 7;

/** The time at which a view opens, in milliseconds since 1970. */
export const opened = Date.UTC(2026, 10, 27, 9);

export const flow: FlowDetail = {
  id: '0a0b0c0d-0000-4000-8000-000000000001',
  name: 'Request callback',
  type: 'WORKFLOW',
  publishedVersion: '1.0',
  inputSchema: {
    type: 'object',
    properties: {
      'Flow.customerNumber': { type: 'string', title: 'Customer number' },
      'Flow.note': { type: 'string', title: 'Note' },
    },
    required: ['Flow.customerNumber'],
  },
  readAt: opened,
};

/** What a page holds, as far as these tests ask. */
export interface TestPage {
  documentId: string;
  address: string;
  title: string;
  /** Undefined where it has none (yet). */
  number: string | undefined;
  /** When its document began to load, in milliseconds since 1970. */
  loadedAt?: number;
  /** The rows of a list: names and numbers. */
  people?: readonly (readonly [name: string, number: string])[];
}

export const alice: TestPage = {
  documentId: 'document of Alice',
  address: 'https://crm.example/contacts/1',
  title: 'Alice Martin',
  number: '+15550199888',
};

export const bruno: TestPage = {
  documentId: 'document of Bruno',
  address: 'https://crm.example/contacts/2',
  title: 'Bruno Keller',
  number: '+493023125555',
};

export const ada: ShownSession = {
  id: 'session of Ada',
  expiresAt: opened + 3_600_000,
  scopes: ['architect', 'user-basic-info'],
  user: { id: 'ada', name: 'Ada Author' },
  organization: { id: 'org', name: 'Sandbox' },
} as ShownSession;

export const grace: ShownSession = {
  ...ada,
  id: 'session of Grace',
  user: { id: 'grace', name: 'Grace Agent' },
} as ShownSession;

/** How a connection and its person are set up. */
export interface Arranged {
  confirmLaunch?: boolean;
  launchAtOnce?: boolean;
  atOnceSeconds?: number;
  /** The connection is set up to read the person's conversations. */
  readsConversations?: boolean;
  contextFirst?: ContextSource;
  /** The connection may look up external contacts; `at once`: without a click. */
  looksUpContacts?: 'by hand' | 'at once';
  /** Nothing of the flow was read yet. */
  isFlowUnread?: boolean;
}

/** The snapshot that reading a page gives. */
export function snapshotOf({ address, title, number, people = [] }: TestPage): PageSnapshot {
  const facts: PageFact[] = [
    { kind: 'heading', value: title, place: 'main' },
    ...(number === undefined
      ? []
      : [{ kind: 'link' as const, value: `tel:${number}`, text: number, place: 'main' as const }]),
    ...people.map(
      ([name, each]): PageFact => ({
        ...{ kind: 'link', value: `tel:${each}`, text: each, place: 'main', within: name },
      }),
    ),
  ];
  return { url: address, title, language: 'en', complete: true, facts };
}

/** A page as a view reads it. `said`: what a click on it said. */
export function readingOf(page: TestPage, at: number, said: Said = {}): ReadPage {
  const snapshot = snapshotOf(page);
  const context = pageContext(withSaid(snapshot, said), { defaultCountry: 'US' });
  const { documentId, address, title, loadedAt } = page;
  return {
    document: { tabId, documentId, address, title, readAt: at, loadedAt },
    context,
    facts: factsOf(snapshot, context),
  };
}

/** A page that does not answer, with what a click on it said. */
export function silenceOf({ address }: TestPage, at: number, said: Said = {}) {
  const isSaid = Object.keys(said).length > 0;
  const context = isSaid
    ? pageContext(withSaid(undefined, said), { defaultCountry: 'US' })
    : undefined;
  return { document: unreadPage(tabId, address, at), context };
}

function settingsOf(arranged: Arranged) {
  const { confirmLaunch, launchAtOnce, atOnceSeconds, contextFirst } = arranged;
  const { readsConversations, looksUpContacts } = arranged;
  const scopes = [
    ...neededScopes,
    ...(readsConversations ? ['conversations:readonly'] : []),
    ...(looksUpContacts ? ['external-contacts:readonly'] : []),
  ];
  const own = settingsSchema.parse({
    connections: [
      {
        name: 'Test',
        environment: { region: 'mypurecloud.de' },
        clientId: flow.id,
        confirmLaunch,
        scopes,
        flows: [{ id: flow.id, name: flow.name, launchAtOnce }],
      },
    ],
    atOnceSeconds,
    contextFirst,
    lookUpContacts: looksUpContacts === 'at once',
  });
  return underPolicy(own, noPolicy);
}

/** The state of a view that has just opened on a chosen flow, with its page still being read. */
export function openedState(arranged: Arranged = {}): LauncherState {
  return {
    ...beginning,
    settings: settingsOf(arranged),
    session: ada,
    flowCache: { flows: [], complete: true },
    flowDetails: arranged.isFlowUnread ? {} : { [flow.id]: { flow } },
    draft: { ...emptyDraft, flowId: flow.id },
    launchId: '0a0b0c0d-0000-4000-8000-00000000000a',
    tabId,
    openedAt: opened,
    done: { knowsFlows: true },
    program: { name: 'Kickoff', version: '0' },
  };
}

export interface View {
  happen(happening: Happening): void;
  /** The page answers the last reading that was asked for. */
  reads(page: TestPage, said?: Said, changes?: number): void;
  /** These are the person's conversations, as the worker last read them. */
  talks(...conversations: Conversation[]): void;
  /** The reading of conversations that a launch waits for comes back with these. */
  sees(...conversations: Conversation[]): void;
  glances(page: TestPage, changes?: number): void;
  /** The page does not answer the last reading that was asked for in time. */
  isSilent(page: TestPage, said?: Said): void;
  /** A click in the menu opened this view on a page. */
  means(page: TestPage, said?: Said, atOnce?: boolean): void;
  types(number: string): void;
  press(anyway?: boolean): void;
  number(): FormValue | undefined;
  launching(): string | undefined;
  notice(): string | undefined;
  /** The inputs of the launches that were handed to the worker since this was last asked. */
  launches(): unknown[];
  /** Milliseconds pass, and whatever asked to be woken by then is. */
  wait(milliseconds: number): void;
  now(): number;
  state(): LauncherState;
  form(): FormView | undefined;
  /** What it had done since this was last asked. */
  done(): Effect[];
}

/** The inputs of a launch for Alice, from her page. */
export const forAlice = [{ 'Flow.customerNumber': alice.number }];

/** Opens a view on the flow that wants a customer's number. */
export function viewOf(arranged: Arranged = {}): View {
  return openView(openedState(arranged));
}

function listOf(conversations: readonly Conversation[], at: number): Conversations {
  const listed = conversations.map((conversation) => ({ conversation, seenAt: at }));
  return { readAt: at, conversations: listed, complete: true };
}

/** Opens a view on a state. */
function openView(first: LauncherState, startedAt = opened): View {
  const formOf = formViews(() => 0);
  let state = first;
  let now = startedAt;
  let ids = 0;
  let effects: Effect[] = [];
  const wakes: number[] = [];
  const happen = (happening: Happening): void => {
    ids += 1;
    const freshId = `0a0b0c0d-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    const next = step(state, { ...happening, at: now, freshId }, formOf);
    state = next.state;
    effects.push(...next.effects);
    for (const effect of next.effects) if (effect.do === 'wake') wakes.push(effect.at);
  };
  const done = (): Effect[] => {
    const some = effects;
    effects = [];
    return some;
  };
  return {
    happen,
    reads: (page, said = {}, changes = 0) => {
      const read = state.reads.asked;
      happen({ type: 'page-read', read, page: readingOf(page, now, said), changes });
    },
    talks: (...conversations) =>
      happen({ type: 'stored', part: { conversations: listOf(conversations, now) } }),
    sees: (...conversations) =>
      happen({ type: 'conversations-seen', conversations: listOf(conversations, now) }),
    glances: ({ documentId, address, loadedAt = 0 }, changes = 0) =>
      happen({ type: 'glanced', glance: { documentId, address, changes, loadedAt } }),
    isSilent: (page, said = {}) => {
      const read = state.reads.asked;
      happen({ type: 'page-silent', read, ...silenceOf(page, now, said) });
    },
    means: (page, said = {}, atOnce = false) =>
      happen({
        type: 'intention-taken',
        intention: {
          id: '0a0b0c0d-0000-4000-8000-0000000000ff',
          tabId,
          windowId: 1,
          document: readingOf(page, now).document,
          said,
          flowId: flow.id,
          atOnce,
          at: now,
        },
      }),
    types: (value) => happen({ type: 'input-set', name: 'Flow.customerNumber', value }),
    press: (anyway = false) => happen({ type: 'launch-pressed', anyway }),
    number: () => formOf(state)?.form.values['Flow.customerNumber'],
    launching: () => state.launching?.step,
    notice: () => state.notice?.kind,
    launches: () =>
      done().flatMap((effect) =>
        effect.do === 'ask' && effect.ask === 'launch'
          ? [(effect.question as { inputData?: unknown }).inputData]
          : [],
      ),
    wait: (milliseconds) => {
      now += milliseconds;
      const due = wakes.filter((at) => at <= now);
      wakes.splice(0, wakes.length, ...wakes.filter((at) => at > now));
      for (const _ of due) happen({ type: 'woken' });
    },
    now: () => now,
    state: () => state,
    form: () => formOf(state),
    done,
  };
}

import type { Conversation } from '../../src/core/conversation/conversation.ts';
import type { Conversations } from '../../src/core/conversation/recent.ts';
import type { FlowDetail } from '../../src/core/flow/flow.ts';
import { emptyDraft } from '../../src/core/form/draft.ts';
import type { FormValue } from '../../src/core/form/form.ts';
import type { Said } from '../../src/core/page/said.ts';
import { noPolicy, underPolicy } from '../../src/core/settings/managed.ts';
import {
  type ContextSource,
  neededScopes,
  settingsSchema,
} from '../../src/core/settings/settings.ts';
import { step } from '../../src/core/step/step.ts';
import { beginning } from '../../src/core/view/beginning.ts';
import { formViews } from '../../src/core/view/form.ts';
import type { FormView } from '../../src/core/view/form-view.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { LauncherState, ShownSession } from '../../src/core/view/launcher.ts';
import {
  alice,
  documentOf,
  opened,
  readingOf,
  silenceOf,
  type TestPage,
  tabId,
} from './view-pages.ts';

// A view without a browser: its state, and what it has done. Time passes only when it is told to.

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
  /** By input: what the settings fill it with. */
  inputs?: Readonly<Record<string, string>>;
  /** The connection is one of another environment. */
  isElsewhere?: boolean;
  /** What the organization does not allow any more. */
  forbids?: 'flow' | 'connection' | undefined;
  /** Nothing of the flow was read yet. */
  isFlowUnread?: boolean;
  /** The view is a side panel that has just turned to this tab. */
  isTurnedTo?: boolean;
}

export function settingsOf(arranged: Arranged) {
  const { confirmLaunch, launchAtOnce, atOnceSeconds, contextFirst } = arranged;
  const { readsConversations, looksUpContacts, inputs, isElsewhere, forbids } = arranged;
  const scopes = [
    ...neededScopes,
    ...(readsConversations ? ['conversations:readonly'] : []),
    ...(looksUpContacts ? ['external-contacts:readonly'] : []),
  ];
  const own = settingsSchema.parse({
    connections: [
      {
        name: 'Test',
        environment: { region: isElsewhere ? 'mypurecloud.com' : 'mypurecloud.de' },
        clientId: flow.id,
        confirmLaunch,
        scopes,
        flows: [{ id: flow.id, name: flow.name, launchAtOnce, inputs }],
      },
    ],
    atOnceSeconds,
    contextFirst,
    lookUpContacts: looksUpContacts === 'at once',
  });
  const policy = { ...noPolicy, ...(forbids === 'flow' && { allowedFlows: [] }) };
  const settings = underPolicy(own, policy);
  return forbids === 'connection' ? { ...settings, connections: [] } : settings;
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
    turnedAt: arranged.isTurnedTo ? opened : undefined,
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
  /** `moves`: how often its address has changed. */
  glances(page: TestPage, changes?: number, moves?: number): void;
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
      const { moves } = state.stir;
      happen({ type: 'page-read', read, page: readingOf(page, now, said), changes, moves });
    },
    talks: (...conversations) =>
      happen({ type: 'stored', part: { conversations: listOf(conversations, now) } }),
    sees: (...conversations) =>
      happen({ type: 'conversations-seen', conversations: listOf(conversations, now) }),
    glances: ({ documentId, address, loadedAt = 0 }, changes = 0, moves = 0) =>
      happen({ type: 'glanced', glance: { documentId, address, changes, moves, loadedAt } }),
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
          document: documentOf(page, now),
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

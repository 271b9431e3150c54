import type { Conversation } from '../../src/core/conversation/conversation.ts';
import { afterReading } from '../../src/core/conversation/recent.ts';
import type { Draft } from '../../src/core/form/draft.ts';
import type { Launch } from '../../src/core/launch/launch.ts';
import { step } from '../../src/core/step/step.ts';
import { choiceOf } from '../../src/core/view/customer.ts';
import { formViews } from '../../src/core/view/form.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { LauncherState } from '../../src/core/view/launcher.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { flow, openedState } from '../harness/view-world.ts';
import { input } from './rules.ts';
import { seenBy, titleIn } from './shown.ts';
import { isThere, type Tab } from './tab.ts';
import type { OpenView, World } from './world.ts';

/** How long the worker takes to the POST, in milliseconds. */
const toThePost = 20;

/** As long as this a person still sees what stood there before, in milliseconds. */
export const glimpse = 300;

/**
 * Opens a view beside the tab in front; the popup, which is the first, takes what was meant.
 *
 * @param turnedFrom the tab that the side panel was beside until now
 */
export function openView(world: World, place: 0 | 1, turnedFrom?: Tab): void {
  const { front: tab, views, session, now, defect, arranged, heard } = world;
  const { page, draft, shown: launch, id: tabId = -1 } = tab;
  // A view that opens before an application has drawn its record is a known limit: nothing tells it so.
  page.pass(Number.POSITIVE_INFINITY);
  const taken = place === 0 ? tab.intention : undefined;
  if (taken && defect !== 'an intention stays for the next popup') tab.intention = undefined;
  const isPressTaken = defect === 'a press is for the tab that the side panel has just turned to';
  const view: OpenView = {
    ...{ tab, tabId, unseen: turnedFrom && { until: now + glimpse, tab: turnedFrom } },
    state: {
      ...openedState(arranged),
      ...{ tabId, session, draft, launch, launchId: world.freshId() },
      ...{ openedAt: now, conversations: heard },
      turnedAt: place === 1 && !isPressTaken ? now : undefined,
    },
    formOf: formViews(() => 0),
    said: taken?.intention,
    cause: taken?.intention.atOnce ? taken.cause : undefined,
    shown: session,
    knows: new Map(),
    readings: [],
    glanceAt: now + 300,
    wakes: [],
    hearings: [],
    lookedAt: 0,
  };
  views[place] = view;
  if (taken) happen(world, view, { type: 'intention-taken', intention: taken.intention });
  happen(world, view, { type: 'flows-known' });
  askForPage(world, view, 1);
}

/** Has something happen to a view, by the product's own reducer, and does what it wants done. */
export function happen(world: World, view: OpenView, happening: Happening): void {
  const { now, defect } = world;
  const before = view.state;
  const next = step(before, { ...happening, at: now, freshId: world.freshId() }, view.formOf);
  view.state = next.state;
  if (defect === 'a press is for the form that has just come in place of a result')
    view.state = withoutTurn(view.state, happening);
  if (defect === 'an edit does not stop what is launched at once' && isEdit(happening)) {
    view.state = { ...next.state, launching: before.launching };
  }
  const { launching } = view.state;
  if (defect === 'only what is sent is compared' && launching && 'here' in launching) {
    view.state = { ...view.state, launching: { ...launching, here: undefined } };
  }
  if (launching?.step === 'counting' && before.launching !== launching) {
    confirm(view, JSON.stringify(launching.start.inputData), now);
    view.shown = view.state.session;
    if (view.cause) view.cause.isElsewhere = world.arranged.isElsewhere;
  }
  for (const effect of next.effects) run(world, view, effect);
  if (defect === 'a conversation that disagrees is taken without a question')
    takeUnasked(world, view);
  if (defect === 'the first of several people is taken') takeFirst(world, view);
  world.check.shows(view);
}

/** What was shown as the person confirmed it, or could stop it. */
export function confirm(view: OpenView, shown: string | undefined, now: number): void {
  const { state, cause, tab } = view;
  if (cause === undefined) return;
  cause.tab = tab;
  cause.picked = tab.page.picked();
  cause.at = now;
  cause.confirmed.add(String(shown));
  cause.beside.add(titleIn(state) ?? '');
}

/** As if the first of a list were meant. */
function takeFirst(world: World, view: OpenView): void {
  const { people = [], isAsked } = view.formOf(view.state)?.people ?? {};
  const [first] = people;
  if (!isAsked || first === undefined) return;
  const choice = { name: first.name, number: first.number.value };
  happen(world, view, { type: 'person-chosen', choice });
}

/** As if the first source that comes were believed. */
function takeUnasked(world: World, view: OpenView): void {
  const { decision, isAsked } = view.formOf(view.state)?.customer ?? {};
  if (!isAsked || decision?.party === undefined) return;
  happen(world, view, { type: 'customer-chosen', choice: choiceOf(decision.party) });
}

function run(world: World, view: OpenView, effect: Effect): void {
  const { defect } = world;
  if (effect.do === 'read-page') askForPage(world, view, effect.read);
  if (effect.do === 'wake') view.wakes.push(effect.at);
  if (effect.do === 'save-draft') {
    const draft = { ...effect.draft, flowId: flow.id };
    const isKept = defect === 'what was launched stays in the draft';
    if (isThere(view))
      changeDraft(world, view.tab, isKept ? { ...draft, sentAs: undefined } : draft, view);
  }
  const isClosed = effect.do === 'show-launch' && effect.launchId === undefined;
  // What a view beside a tab that is gone writes is under an ID that nothing reads any more.
  if (isClosed && isThere(view) && view.tab.shown) {
    view.tab.shown = undefined;
    tellOfLaunch(world, view.tab, undefined);
  }
  if (effect.do === 'ask' && effect.ask === 'launch') {
    const question = effect.question as Question<'launch'>;
    const { cause, shown, knows, lookedAt, tab, tabId } = view;
    const isTouched = view.state.draft.forms[flow.id]?.touched.includes(input) ?? false;
    const { confirmLaunch: asks = false, launchAtOnce: mayAtOnce = false } = world.arranged;
    const seen = { cause, shown, knows, lookedAt, isTouched, asks, mayAtOnce };
    world.due.push({ at: world.now + toThePost, handed: { view, question, tab, tabId, ...seen } });
  }
  const looks = effect.do === 'look-at-conversations';
  if (looks || (effect.do === 'ask' && effect.ask === 'readConversations')) {
    view.hearings.push({ at: world.now + latencyOf(world), looks });
  }
}

/** Tells every view what is stored by now. */
export function tell(world: World, part: Partial<LauncherState>): void {
  for (const view of world.views) if (view) happen(world, view, { type: 'stored', part });
}

/** Stores the draft of a tab, and tells the views beside it, except the one that it comes from. */
export function changeDraft(world: World, tab: Tab, draft: Draft, from?: OpenView): void {
  tab.draft = draft;
  for (const view of viewsBeside(world, tab.id)) {
    if (view !== from) happen(world, view, { type: 'draft-came', draft });
  }
}

/** Tells the views beside a tab which launch is shown, and how it stands. */
export function tellOfLaunch(world: World, tab: Tab, launch: Launch | undefined): void {
  for (const view of viewsBeside(world, tab.id)) {
    happen(world, view, { type: 'stored', part: { launch } });
  }
}

function viewsBeside({ views }: World, tabId: Tab['id']): OpenView[] {
  return views.filter((view) => view !== undefined).filter((view) => view.tabId === tabId);
}

function askForPage(world: World, view: OpenView, read: number): void {
  const { now, defect } = world;
  const latency = latencyOf(world);
  const isOld = defect === 'the page is not looked at again' && view.state.launching !== undefined;
  const page = isOld ? seenBy(view) : undefined;
  view.readings.push({ read, at: now + latency, page, asked: now });
}

/** How long the next reading takes, in milliseconds. */
export function latencyOf(world: World): number {
  const { latencies } = world.trial;
  world.readings += 1;
  return latencies[(world.readings - 1) % latencies.length] ?? 20;
}

/** Answers what a view asked of the person's conversations, as the worker does. */
export function hear(world: World, view: OpenView): void {
  const { now, talks, defect } = world;
  for (const hearing of view.hearings.filter(({ at }) => at <= now)) {
    view.hearings = view.hearings.filter((each) => each !== hearing);
    const isOld = hearing.looks && defect === 'the conversation is not looked at again';
    const isNameless = defect === 'one number is one customer, whatever the names';
    const listed = isNameless ? talks.listed().map(withoutNames) : talks.listed();
    if (!isOld) world.heard = afterReading(world.heard, listed, true, now);
    const conversations = world.heard;
    if (hearing.looks) {
      view.lookedAt = now;
      happen(world, view, { type: 'conversations-seen', conversations });
    }
    tell(world, { conversations });
  }
}

function withoutNames(talk: Conversation): Conversation {
  return { ...talk, customers: talk.customers.map((one) => ({ ...one, nameKnown: false })) };
}

function withoutTurn(state: LauncherState, { type }: Happening): LauncherState {
  return type === 'launch-closed' ? { ...state, turnedAt: undefined } : state;
}

function isEdit({ type }: Happening): boolean {
  return ['input-set', 'input-confirmed', 'page-value-taken', 'interrupted'].includes(type);
}

import type { Conversation } from '../../src/core/conversation/conversation.ts';
import { afterReading } from '../../src/core/conversation/recent.ts';
import { type Heard, saidOn } from '../../src/core/page/said.ts';
import { step } from '../../src/core/step/step.ts';
import { choiceOf } from '../../src/core/view/customer.ts';
import { formViews } from '../../src/core/view/form.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { LauncherState } from '../../src/core/view/launcher.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { readingOf, silenceOf, type TestPage } from '../harness/view-pages.ts';
import { flow, openedState } from '../harness/view-world.ts';
import { faxes, numbers } from './page.ts';
import { type Defect, input } from './rules.ts';
import { numbersIn, titleIn } from './shown.ts';
import type { OpenView, World } from './world.ts';

/** How long the worker takes to the POST, in milliseconds. */
const toThePost = 20;

/** Opens a view; the popup, which is the first, takes what was meant. */
export function openView(world: World, place: 0 | 1): void {
  const { page, views, session, draft, now, defect, arranged, heard, shown: launch } = world;
  // A view that opens before an application has drawn its record is a known limit: nothing tells it so.
  page.pass(Number.POSITIVE_INFINITY);
  const taken = place === 0 ? world.intention : undefined;
  if (taken && defect !== 'an intention stays for the next popup') world.intention = undefined;
  const view: OpenView = {
    state: {
      ...openedState(arranged),
      ...{ session, draft, launch, launchId: world.freshId() },
      ...{ openedAt: now, conversations: heard },
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
  askForPage(world, view, 1);
}

/** Has something happen to a view, by the product's own reducer, and does what it wants done. */
export function happen(world: World, view: OpenView, happening: Happening): void {
  const { now, defect } = world;
  const before = view.state;
  const next = step(before, { ...happening, at: now, freshId: world.freshId() }, view.formOf);
  view.state = next.state;
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
export function confirm({ state, cause }: OpenView, shown: string | undefined, now: number): void {
  if (cause) cause.at = now;
  cause?.confirmed.add(String(shown));
  cause?.beside.add(titleIn(state) ?? '');
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
    world.draft = isKept ? { ...draft, sentAs: undefined } : draft;
    for (const other of world.views) {
      if (other && other !== view) happen(world, other, { type: 'draft-came', draft });
    }
  }
  if (effect.do === 'show-launch' && effect.launchId === undefined && world.shown) {
    world.shown = undefined;
    tell(world, { launch: undefined });
  }
  if (effect.do === 'ask' && effect.ask === 'launch') {
    const question = effect.question as Question<'launch'>;
    const { cause, shown, knows, lookedAt } = view;
    const isTouched = view.state.draft.forms[flow.id]?.touched.includes(input) ?? false;
    const { confirmLaunch: asks = false, launchAtOnce: mayAtOnce = false } = world.arranged;
    const handed = { view, question, cause, shown, knows, lookedAt, isTouched, asks, mayAtOnce };
    world.due.push({ at: world.now + toThePost, handed });
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

function askForPage(world: World, view: OpenView, read: number): void {
  const { now, defect } = world;
  const latency = latencyOf(world);
  const isOld = defect === 'the page is not looked at again' && view.state.launching !== undefined;
  const page = isOld ? seenBy(view) : undefined;
  view.readings.push({ read, at: now + latency, page, asked: now });
}

function latencyOf(world: World): number {
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

/** The page as a view has it. */
export function seenBy({ state }: OpenView): TestPage | undefined {
  if (state.page.state !== 'read') return undefined;
  const { documentId, address, title = '' } = state.page.document;
  const { customerNumber, account } = state.page.context.fields;
  const also = numbersIn(state).filter((each) => faxes.some((fax) => fax === each));
  return {
    ...{ documentId, address, title, number: customerNumber?.best.value, also },
    account: `Account no. ${account?.best.value ?? ''}`,
  };
}

/** Answers the readings of a view that are due, as far as the page answers. */
export function deliver(world: World, view: OpenView): void {
  const { now, page, check, defect } = world;
  for (const reading of view.readings.filter(({ at }) => at <= now)) {
    view.readings = view.readings.filter((each) => each !== reading);
    if (page.isHung()) {
      const limit = view.state.launching?.step === 'checking' ? 1_000 : 3_000;
      if (now - reading.asked < limit) view.readings.push(reading);
      else {
        const said = saidOn(heardIn(view), page.now()) ?? {};
        const { read } = reading;
        happen(world, view, { type: 'page-silent', read, ...silenceOf(page.now(), now, said) });
      }
      continue;
    }
    const read = reading.page ?? (defect === chosenStays ? withFax(page.now()) : page.now());
    happen(world, view, {
      type: 'page-read',
      read: reading.read,
      page: readingOf(read, now, saidOn(heardIn(view), read) ?? {}),
      changes: page.changes(),
      moves: page.moves(),
    });
    if (!view.knows.has(read.documentId)) view.knows.set(read.documentId, now);
    check.pageRead(view);
    if (defect === 'values stay when the page goes') keepValues(view);
  }
}

const chosenStays: Defect = 'what was chosen stays when the page no longer has it';

/** The page as if nothing could be missed that it showed before. */
function withFax(now: TestPage): TestPage {
  const fax = faxes[numbers.indexOf(now.number ?? '')];
  return { ...now, also: fax === undefined ? [] : [fax] };
}

function heardIn({ state, said }: OpenView): Heard | undefined {
  return state.said ?? (state.page.state === 'reading' ? said : undefined);
}

/** As version 0.1.0 did: whatever was set stays, as if it had been set on the page in front. */
function keepValues(view: OpenView): void {
  const { draft } = view.state;
  const forms = Object.entries(draft.forms).map(([id, { origins: _forgotten, ...form }]) => {
    return [id, form] as const;
  });
  view.state = { ...view.state, draft: { ...draft, forms: Object.fromEntries(forms) } };
}

function isEdit({ type }: Happening): boolean {
  return ['input-set', 'input-confirmed', 'page-value-taken', 'interrupted'].includes(type);
}

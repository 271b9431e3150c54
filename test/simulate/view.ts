import { saidOn } from '../../src/core/page/said.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { step } from '../../src/core/view/step.ts';
import { flow, openedState, readingOf, type TestPage } from '../harness/view-world.ts';
import type { OpenView, World } from './world.ts';

/** How long the worker takes to the POST, in milliseconds. */
const toThePost = 20;

/** Opens a view; the popup, which is the first, takes what was meant. */
export function openView(world: World, place: 0 | 1): void {
  const { page, views, session, draft, now, defect, trial } = world;
  // A view that opens before an application has drawn its record is a known limit: nothing tells it so.
  page.pass(Number.POSITIVE_INFINITY);
  const taken = place === 0 ? world.intention : undefined;
  if (taken && defect !== 'an intention stays for the next popup') world.intention = undefined;
  const view: OpenView = {
    state: { ...openedState(trial), session, draft, launchId: world.freshId(), openedAt: now },
    said: taken?.intention,
    cause: taken?.intention.atOnce ? taken.cause : undefined,
    shown: session,
    knows: new Map(),
    readings: [],
    glanceAt: now + 300,
    wakes: [],
  };
  views[place] = view;
  if (taken) happen(world, view, { type: 'intention-taken', intention: taken.intention });
  askForPage(world, view, 1);
}

/** Has something happen to a view, by the product's own reducer, and does what it wants done. */
export function happen(world: World, view: OpenView, happening: Happening): void {
  const { now, formOf, defect } = world;
  const before = view.state;
  const next = step(before, { ...happening, at: now, freshId: world.freshId() }, formOf);
  view.state = next.state;
  if (defect === 'an edit does not stop what is launched at once' && isEdit(happening)) {
    view.state = { ...next.state, launching: before.launching };
  }
  const { launching } = view.state;
  if (launching?.step === 'counting' && before.launching !== launching) {
    view.cause?.confirmed.add(JSON.stringify(launching.start.inputData));
    view.shown = view.state.session;
  }
  for (const effect of next.effects) run(world, view, effect);
}

function run(world: World, view: OpenView, effect: Effect): void {
  if (effect.do === 'read-page') askForPage(world, view, effect.read);
  if (effect.do === 'wake') view.wakes.push(effect.at);
  if (effect.do === 'save-draft') {
    const draft = { ...effect.draft, flowId: flow.id };
    world.draft = draft;
    for (const other of world.views) {
      if (other && other !== view) happen(world, other, { type: 'draft-came', draft });
    }
  }
  if (effect.do === 'ask' && effect.ask === 'launch') {
    const question = effect.question as Question<'launch'>;
    const { cause, shown, knows } = view;
    world.due.push({ at: world.now + toThePost, handed: { question, cause, shown, knows } });
  }
}

function askForPage(world: World, view: OpenView, read: number): void {
  const { trial, now, defect } = world;
  const latency = trial.latencies[world.readings % trial.latencies.length] ?? 20;
  world.readings += 1;
  const isOld = defect === 'the page is not looked at again' && view.state.launching !== undefined;
  const page = isOld ? seenBy(view) : undefined;
  view.readings.push({ read, at: now + latency, page, asked: now });
}

/** The page as a view has it. */
export function seenBy({ state }: OpenView): TestPage | undefined {
  if (state.page.state !== 'read') return undefined;
  const { documentId, address, title = '' } = state.page.document;
  const number = state.page.context.fields.customerNumber?.best.value;
  return { documentId, address, title, number };
}

/** Answers the readings of a view that are due, as far as the page answers. */
export function deliver(world: World, view: OpenView): void {
  const { now, page, check, defect } = world;
  for (const reading of view.readings.filter(({ at }) => at <= now)) {
    view.readings = view.readings.filter((each) => each !== reading);
    if (page.isHung()) {
      const limit = view.state.launching?.step === 'checking' ? 1_000 : 3_000;
      if (now - reading.asked < limit) view.readings.push(reading);
      else happen(world, view, { type: 'page-silent', read: reading.read });
      continue;
    }
    const read = reading.page ?? page.now();
    const heard = view.state.said ?? (view.state.page.state === 'reading' ? view.said : undefined);
    happen(world, view, {
      type: 'page-read',
      read: reading.read,
      page: readingOf(read, now, saidOn(heard, read) ?? {}),
      changes: page.changes(),
    });
    if (!view.knows.has(read.documentId)) view.knows.set(read.documentId, now);
    check.pageRead(view);
    if (defect === 'values stay when the page goes') keepValues(view);
  }
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

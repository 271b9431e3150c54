import { emptyDraft } from '../../src/core/form/draft.ts';
import type { Intention } from '../../src/core/launch/intention.ts';
import { unreadId } from '../../src/core/page/document.ts';
import { saysTheSame } from '../../src/core/page/look.ts';
import { type Heard, saidOn } from '../../src/core/page/said.ts';
import { isPersonShown } from '../../src/core/session/person.ts';
import { formViews } from '../../src/core/view/form.ts';
import type { Effect, Happening } from '../../src/core/view/happening.ts';
import type { LauncherState, ShownSession } from '../../src/core/view/launcher.ts';
import type { Question } from '../../src/core/view/protocol.ts';
import { showsLaunch } from '../../src/core/view/shows.ts';
import { step } from '../../src/core/view/step.ts';
import {
  ada,
  flow,
  grace,
  opened,
  openedState,
  readingOf,
  snapshotOf,
  type TestPage,
  tabId,
} from '../harness/view-world.ts';
import type { Act, Trial } from './act.ts';
import { type Cause, type Check, checkOf } from './check.ts';
import { numbers, simulatedPage } from './page.ts';
import type { Defect } from './rules.ts';

/** How long the worker takes to the POST, in milliseconds. */
const toThePost = 20;

/** One step of time, in milliseconds. */
const tick = 50;

interface OpenView {
  state: LauncherState;
  said: Heard | undefined;
  cause: Cause | undefined;
  /** The session that the person saw when they confirmed. */
  shown: ShownSession | undefined;
  /** When it first read each document. */
  knows: Map<string, number>;
  readings: { read: number; at: number; page: TestPage | undefined; asked: number }[];
  glanceAt: number;
  wakes: number[];
}

/** A launch that was handed to the worker. */
interface Handed {
  question: Question<'launch'>;
  cause: Cause | undefined;
  shown: ShownSession | undefined;
  knows: ReadonlyMap<string, number>;
}

const input = 'Flow.customerNumber';

/**
 * Runs one trial: a tab, what happens in it, and two views beside it, which decide by the very reducer of
 * the product. Throws a `Violation` as soon as an invariant does not hold.
 *
 * @param defect a fault to plant
 */
export function runTrial(trial: Trial, defect?: Defect): Check['counts'] {
  const page = simulatedPage();
  const check = checkOf(page);
  const formOf = formViews(() => 0);
  const views: (OpenView | undefined)[] = [undefined, undefined];
  const sent = new Set<string>();
  const due: { at: number; handed: Handed }[] = [];
  let now = opened;
  let ids = 0;
  let readings = 0;
  let session = ada;
  let draft = { ...emptyDraft, flowId: flow.id };
  let intention: { intention: Intention; cause: Cause } | undefined;

  const freshId = (): string => {
    ids += 1;
    return `0a0b0c0d-0000-4000-8000-${String(ids).padStart(12, '0')}`;
  };

  const happen = (view: OpenView, happening: Happening): void => {
    const before = view.state;
    const next = step(before, { ...happening, at: now, freshId: freshId() }, formOf);
    view.state = next.state;
    if (defect === 'an edit does not stop what is launched at once' && isEdit(happening)) {
      view.state = { ...next.state, launching: before.launching };
    }
    const { launching } = view.state;
    if (launching?.step === 'counting' && before.launching !== launching) {
      view.cause?.confirmed.add(JSON.stringify(launching.start.inputData));
      view.shown = view.state.session;
    }
    for (const effect of next.effects) run(view, effect);
  };

  const run = (view: OpenView, effect: Effect): void => {
    if (effect.do === 'read-page') askForPage(view, effect.read);
    if (effect.do === 'wake') view.wakes.push(effect.at);
    if (effect.do === 'save-draft') {
      draft = { ...effect.draft, flowId: flow.id };
      for (const other of views) {
        if (other && other !== view) happen(other, { type: 'draft-came', draft });
      }
    }
    if (effect.do === 'ask' && effect.ask === 'launch') {
      const question = effect.question as Question<'launch'>;
      const { cause, shown, knows } = view;
      due.push({ at: now + toThePost, handed: { question, cause, shown, knows } });
    }
  };

  const askForPage = (view: OpenView, read: number): void => {
    const latency = trial.latencies[readings % trial.latencies.length] ?? 20;
    readings += 1;
    const isOld =
      defect === 'the page is not looked at again' && view.state.launching !== undefined;
    const seen = isOld && view.state.page.state === 'read' ? seenBy(view) : undefined;
    view.readings.push({ read, at: now + latency, page: seen, asked: now });
  };

  /** The page as a view has it. */
  const seenBy = ({ state }: OpenView): TestPage | undefined => {
    if (state.page.state !== 'read') return undefined;
    const { documentId, address, title = '' } = state.page.document;
    return {
      documentId,
      address,
      title,
      number: state.page.context.fields.customerNumber?.best.value,
    };
  };

  const open = (place: 0 | 1): void => {
    // A view that opens before an application has drawn its record is the same known limit as below.
    page.pass(Number.POSITIVE_INFINITY);
    const taken = place === 0 ? intention : undefined;
    if (taken && defect !== 'an intention stays for the next popup') intention = undefined;
    const first = openedState(trial);
    const view: OpenView = {
      state: { ...first, session, draft, launchId: freshId(), openedAt: now },
      said: taken?.intention,
      cause: taken?.intention.atOnce ? taken.cause : undefined,
      shown: session,
      knows: new Map(),
      readings: [],
      glanceAt: now + 300,
      wakes: [],
    };
    views[place] = view;
    if (taken) happen(view, { type: 'intention-taken', intention: taken.intention });
    askForPage(view, 1);
  };

  const deliver = (view: OpenView): void => {
    for (const reading of view.readings.filter(({ at }) => at <= now)) {
      view.readings = view.readings.filter((each) => each !== reading);
      if (page.isHung()) {
        const limit = view.state.launching?.step === 'checking' ? 1_000 : 3_000;
        if (now - reading.asked >= limit) happen(view, { type: 'page-silent', read: reading.read });
        else view.readings.push(reading);
        continue;
      }
      const read = reading.page ?? page.now();
      const heard =
        view.state.said ?? (view.state.page.state === 'reading' ? view.said : undefined);
      const said = saidOn(heard, read) ?? {};
      happen(view, {
        type: 'page-read',
        read: reading.read,
        page: readingOf(read, now, said),
        changes: page.changes(),
      });
      if (!view.knows.has(read.documentId)) view.knows.set(read.documentId, now);
      check.pageRead(view);
      if (defect === 'values stay when the page goes') keepValues(view);
    }
  };

  /** As version 0.1.0 did: whatever was set stays, as if it had been set on the page in front. */
  const keepValues = (view: OpenView): void => {
    const forms = Object.entries(view.state.draft.forms).map(([id, form]) => {
      const { origins: _forgotten, ...rest } = form;
      return [id, rest] as const;
    });
    view.state = {
      ...view.state,
      draft: { ...view.state.draft, forms: Object.fromEntries(forms) },
    };
  };

  const post = ({ question, cause, shown, knows }: Handed): unknown => {
    if (sent.has(question.id)) return;
    const isCompared = defect !== 'nobody compares the person';
    if (isCompared && !isPersonShown(question.by ?? {}, session)) return check.refused('person');
    const isLooked = defect === undefined || !defectsOfPage.has(defect);
    if (question.look && isLooked && !page.isHung()) {
      const { documentId, ...rest } = page.now();
      const snapshot = snapshotOf({ documentId, ...rest });
      if (!saysTheSame(question.look, { documentId, snapshot })) return check.refused('page');
    }
    sent.add(question.id);
    const inputData =
      defect === 'what is sent is filled in anew'
        ? { ...question.inputData, [input]: page.now().number }
        : question.inputData;
    check.posted({
      inputData,
      cause,
      shown,
      session,
      knownSince: knows.get(page.now().documentId),
    });
    const launch = {
      id: question.id,
      state: 'completed',
      flow,
      customer: question.customer,
      page: question.page,
    };
    for (const each of views) {
      if (each) happen(each, { type: 'stored', part: { launch: launch as never } });
    }
  };

  const pass = (time: number): void => {
    for (const end = now + time; now < end; ) {
      now += tick;
      if (!page.isHung()) page.pass(now);
      for (const view of views) {
        if (!view) continue;
        deliver(view);
        if (view.glanceAt <= now) {
          view.glanceAt = now + 300;
          const { documentId, address } = page.now();
          const glance = { documentId, address, changes: page.changes() };
          if (!page.isHung()) happen(view, { type: 'glanced', glance });
        }
        const woken = view.wakes.filter((at) => at <= now);
        view.wakes = view.wakes.filter((at) => at > now);
        for (const _ of woken) happen(view, { type: 'woken' });
      }
      const ready = due.filter(({ at }) => at <= now);
      due.splice(0, due.length, ...due.filter(({ at }) => at > now));
      for (const { handed } of ready) post(handed);
    }
  };

  const edit = (view: OpenView, happening: Happening): void => {
    // After an edit only another press launches.
    const { launching } = view.state;
    if (launching?.step !== 'checking') view.cause = undefined;
    happen(view, happening);
  };

  /**
   * Whether a view has not read its page yet. Another record under the same address, in that time, is a known
   * limit: nothing that the view has tells it from the one before.
   */
  const isUnread = (): boolean =>
    views.some((view) => view && !view.knows.has(page.now().documentId));

  const does = (act: Act): unknown => {
    switch (act.act) {
      case 'go':
        return page.go(act.customer);
      case 'route':
        return page.isHung() || isUnread()
          ? undefined
          : page.route(act.customer, now, now + act.late);
      case 'redraw':
        return page.isHung() || isUnread() ? undefined : page.redraw(act.customer);
      case 'hang':
        return page.hang(act.is);
      case 'wait':
        return pass(act.time);
      case 'open':
        return views[act.view] ? undefined : open(act.view);
      case 'close':
        views[act.view] = undefined;
        return;
      case 'menu':
        return meant(act.selects);
      case 'person':
        session = act.isAda ? ada : grace;
        for (const view of views) {
          const isUnseen = defect === 'nobody compares the person';
          if (view && !isUnseen) happen(view, { type: 'stored', part: { session } });
        }
        return;
      default: {
        const view = views[act.view];
        if (view) inView(view, act);
      }
    }
  };

  const meant = (selects: boolean): void => {
    page.pass(Number.POSITIVE_INFINITY);
    const said = selects ? { selection: check.number(page.identity()) } : {};
    const { document } = readingOf(page.now(), now);
    intention = {
      intention: {
        id: freshId(),
        tabId,
        windowId: 1,
        document: page.isHung()
          ? { ...document, documentId: unreadId(tabId, document.address) }
          : document,
        said,
        flowId: flow.id,
        atOnce: trial.launchAtOnce,
        at: now,
      },
      cause: { confirmed: new Set(), used: false },
    };
    views[0] = undefined;
    open(0);
  };

  const inView = (view: OpenView, act: Act): unknown => {
    switch (act.act) {
      case 'type':
        return edit(view, { type: 'input-set', name: input, value: check.typed(view) });
      case 'choose': {
        const value = numbers.find((each) => each === seenBy(view)?.number);
        if (value === undefined) return;
        const source = { kind: 'link', field: 'customerNumber' } as const;
        return edit(view, { type: 'input-set', name: input, value, source });
      }
      case 'keep':
        check.kept(view, formOf(view.state)?.form.values[input]);
        return edit(view, { type: 'input-confirmed', name: input });
      case 'take':
        return edit(view, { type: 'page-value-taken', name: input });
      case 'key':
        if (
          view.state.launching?.step === 'counting' ||
          view.state.launching?.step === 'intended'
        ) {
          view.cause = undefined;
        }
        return happen(view, { type: 'interrupted' });
      case 'again':
        return happen(view, { type: 'read-again' });
      case 'press':
        return press(view, act.anyway);
      case 'answer':
        if (act.yes && view.state.launching?.step === 'asked') {
          view.cause ??= { confirmed: new Set(), used: false };
          view.cause.confirmed.add(onScreen(view));
          view.shown = view.state.session;
        }
        return happen(view, { type: 'question-answered', yes: act.yes });
      case 'go':
        throw new Error('TODO: Not implemented yet');
      case 'route':
        throw new Error('TODO: Not implemented yet');
      case 'redraw':
        throw new Error('TODO: Not implemented yet');
      case 'hang':
        throw new Error('TODO: Not implemented yet');
      case 'wait':
        throw new Error('TODO: Not implemented yet');
      case 'open':
        throw new Error('TODO: Not implemented yet');
      case 'close':
        throw new Error('TODO: Not implemented yet');
      case 'menu':
        throw new Error('TODO: Not implemented yet');
      case 'person':
        throw new Error('TODO: Not implemented yet');
    }
  };

  const press = (view: OpenView, anyway: boolean): unknown => {
    if (showsLaunch(view.state)) return happen(view, { type: 'launch-closed' });
    if (view.state.launching?.step === 'checking') return;
    view.cause = { confirmed: new Set([onScreen(view)]), used: false };
    view.shown = view.state.session;
    happen(view, { type: 'launch-pressed', anyway });
  };

  const onScreen = ({ state }: OpenView): string => JSON.stringify(formOf(state)?.start.inputData);

  for (const act of trial.acts) {
    does(act);
    pass(tick);
  }
  pass(5_000);
  return check.counts;
}

const defectsOfPage: ReadonlySet<Defect> = new Set([
  'the page is not looked at again',
  'values stay when the page goes',
  'what is sent is filled in anew',
]);

function isEdit({ type }: Happening): boolean {
  return ['input-set', 'input-confirmed', 'page-value-taken', 'interrupted'].includes(type);
}

import { formOfInputs } from '../../src/core/form/of-inputs.ts';
import { choiceOf } from '../../src/core/view/customer.ts';
import type { Happening } from '../../src/core/view/happening.ts';
import { originOfLaunch, showsLaunch } from '../../src/core/view/shows.ts';
import { flow } from '../harness/view-world.ts';
import type { ActInView } from './act.ts';
import { names, numbers } from './page.ts';
import { input, note } from './rules.ts';
import { seenBy, titleIn } from './shown.ts';
import { confirm, glimpse, happen } from './view.ts';
import { causeOf, type OpenView, type World } from './world.ts';

/** Has the person do something in a view. */
export function doInView(world: World, view: OpenView, act: ActInView): void {
  const { check } = world;
  switch (act.act) {
    case 'type':
      edit(world, view, { type: 'input-set', name: input, value: check.own.typed(view) });
      break;
    case 'choose':
      choose(world, view, act.what);
      break;
    case 'pick':
      pick(world, view, act.customer);
      break;
    case 'keep':
      for (const name of [input, note]) {
        check.own.kept(view, view.formOf(view.state)?.form.values[name]);
        edit(world, view, { type: 'input-confirmed', name });
      }
      break;
    case 'repeat':
      repeat(world, view);
      break;
    case 'take':
      edit(world, view, { type: 'page-value-taken', name: input });
      break;
    case 'key':
      if (/^(?:counting|intended)$/.test(view.state.launching?.step ?? '')) view.cause = undefined;
      happen(world, view, { type: 'interrupted' });
      break;
    case 'again':
      happen(world, view, { type: 'read-again' });
      break;
    case 'customer':
      sayWhom(world, view, act.take);
      break;
    case 'press':
      press(world, view, act.anyway);
      break;
    case 'answer':
      answer(world, view, act.yes);
      break;
  }
}

/** As the history does, for the launch that was made last. */
function repeat(world: World, view: OpenView): void {
  const { last, check } = world;
  if (last === undefined) return;
  const here = view.formOf(view.state)?.here;
  const origin = originOfLaunch(last, view.state.page, here);
  const form = formOfInputs(last.inputs ?? {}, origin);
  check.own.repeated(view, last, here?.about?.conversation);
  // Of a list, the person means the one for whom that launch was.
  const customer = numbers.indexOf(String(last.inputs?.[input]));
  if (customer >= 0) view.tab.page.pick(customer, world.now);
  edit(world, view, { type: 'form-repeated', flowId: last.flow.id, form });
}

/** After an edit only another press launches. The person has seen the form that they edit. */
function edit(world: World, view: OpenView, happening: Happening): void {
  view.unseen = undefined;
  if (view.state.launching?.step !== 'checking') view.cause = undefined;
  happen(world, view, happening);
}

function choose(world: World, view: OpenView, what: 'number' | 'fax'): void {
  const seen = seenBy(view);
  const isNumber = what === 'number';
  const value = isNumber ? numbers.find((each) => each === seen?.number) : seen?.also?.[0];
  if (value === undefined) return;
  if (isNumber) view.tab.page.pick(numbers.indexOf(value), world.now);
  const source = { kind: isNumber ? 'link' : 'text', field: 'customerNumber' } as const;
  edit(world, view, { type: 'input-set', name: input, value, source });
}

/** Says which of the people the form is about, where it asks. */
function pick(world: World, view: OpenView, customer: number): void {
  const { people = [] } = view.formOf(view.state)?.people ?? {};
  const meant = people.find(({ name }) => name === names[customer]);
  if (meant === undefined) return;
  view.tab.page.pick(customer, world.now);
  const choice = { name: meant.name, number: meant.number.value };
  edit(world, view, { type: 'person-chosen', choice });
}

/** Says whom the form is about, where it offers that. What has ended is left alone. */
function sayWhom(world: World, view: OpenView, take: 'page' | 'conversation' | 'both'): void {
  const { party, parties } = view.formOf(view.state)?.customer?.decision ?? {};
  const meant = party ?? parties?.find(({ conversation }) => conversation.state !== 'ended');
  if (meant === undefined || meant.conversation.state === 'ended') return;
  // Meant is the customer whom the view shows, even where the page is another one's for a moment.
  const shown = names.indexOf(titleIn(view.state) ?? '');
  if (shown >= 0) view.tab.chosen.add(`customer ${shown}`);
  edit(world, view, { type: 'customer-chosen', choice: { ...choiceOf(meant), take } });
}

function press(world: World, view: OpenView, anyway: boolean): void {
  const { check, now } = world;
  const unseen = view.unseen && now < view.unseen.until ? view.unseen : undefined;
  if (showsLaunch(view.state)) {
    // `New launch` is busy as long as it is on its way.
    if (view.state.launch?.state === 'sending') return;
    check.own.left(view.state.draft.forms[flow.id]?.values[input]);
    happen(world, view, { type: 'launch-closed' });
    view.unseen = { until: world.now + glimpse, tab: unseen?.tab ?? view.tab };
    return;
  }
  if (view.state.launching?.step === 'checking') return;
  const toldAge = anyway && view.state.notice?.kind === 'page-silent';
  view.cause = { ...causeOf(world, unseen?.tab ?? view.tab), toldAge };
  if (!unseen) confirm(view, onScreen(view), now);
  view.shown = view.state.session;
  happen(world, view, { type: 'launch-pressed', anyway });
}

function answer(world: World, view: OpenView, yes: boolean): void {
  if (yes && view.state.launching?.step === 'asked') {
    view.cause ??= causeOf(world, view.tab);
    view.cause.answered = true;
    view.cause.isElsewhere = world.arranged.isElsewhere;
    confirm(view, onScreen(view), world.now);
    view.shown = view.state.session;
  }
  happen(world, view, { type: 'question-answered', yes });
}

function onScreen({ formOf, state }: OpenView): string {
  return JSON.stringify(formOf(state)?.start.inputData);
}

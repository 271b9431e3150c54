import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { ada, flow, grace, type View, viewOf } from '../../../test/harness/view-world.ts';
import { unreadPage } from '../page/document.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

describe('the inputs of a flow that the person may not view', () => {
  const inputs = () => JSON.parse(String(view.form()?.form.values['*'] ?? 'null'));
  beforeEach(() => {
    view = viewOf({ isFlowUnread: true });
    const failure = { code: 'flow-not-viewable' as const, params: {} };
    const flowDetails = { [flow.id]: { failure, readAt: 0 } };
    view.happen({ type: 'stored', part: { flowDetails } });
    view.reads(alice);
  });

  test('are filled from the page', () => {
    expect(inputs()).toEqual({ 'Flow.customerNumber': alice.number });
  });

  test('get the one that its run was missing, once the form is there again', () => {
    const launch = { id: 'earlier', state: 'error', flow, page: {} };
    view.happen({ type: 'stored', part: { launch: launch as never } });
    view.happen({ type: 'input-focused', name: 'Flow.ani' });
    view.happen({ type: 'stored', part: { launch: undefined } });
    expect(inputs()).toEqual({ 'Flow.customerNumber': alice.number, 'Flow.ani': alice.number });
    expect(view.state().focusedInput).toBe('*');
    view.press();
    view.reads(alice);
    expect(view.launches()).toHaveLength(1);
  });
});

describe('what was typed', () => {
  test('stays where the page goes on to another customer, and does not count until it is looked at', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.glances(bruno);
    view.reads(bruno);
    expect(view.number()).toBe('+15550100001');
    expect(view.form()?.elsewhere).toHaveProperty(['Flow.customerNumber', 'title'], alice.title);
    view.press();
    view.press(true);
    expect(view.launches()).toEqual([]);
    view.happen({ type: 'input-confirmed', name: 'Flow.customerNumber' });
    view.press();
    view.reads(bruno);
    expect(view.launches()).toEqual([{ 'Flow.customerNumber': '+15550100001' }]);
  });

  test('gives way to what the page says on demand', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.glances(bruno);
    view.reads(bruno);
    view.happen({ type: 'page-value-taken', name: 'Flow.customerNumber' });
    expect(view.number()).toBe(bruno.number);
  });

  test('is marked where only the content of the page becomes another', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.happen({ type: 'read-again' });
    view.reads({ ...alice, number: bruno.number });
    expect(view.form()?.elsewhere).toHaveProperty('Flow.customerNumber');
  });

  test('gives way to what was just said', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.means(alice, { selection: '+1 415 555 2671' });
    view.happen({ type: 'read-again' });
    view.reads(alice, { selection: '+1 415 555 2671' });
    expect(view.number()).toBe('+14155552671');
  });

  test('wins again when it is typed after that', () => {
    view.means(alice, { selection: '+1 415 555 2671' });
    view.reads(alice, { selection: '+1 415 555 2671' });
    view.types('+15550100001');
    view.happen({ type: 'read-again' });
    view.reads(alice, { selection: '+1 415 555 2671' });
    expect(view.number()).toBe('+15550100001');
  });

  test('a value chosen from the page goes with the page', () => {
    view.reads(alice);
    view.happen({
      type: 'input-set',
      name: 'Flow.customerNumber',
      value: '+15550100009',
      source: { kind: 'link', field: 'customerNumber' },
    });
    view.glances(bruno);
    view.reads(bruno);
    expect(view.number()).toBe(bruno.number);
  });
});

describe('another person', () => {
  test('finds nothing of the one before, and is asked to launch again', () => {
    view.happen({ type: 'stored', part: { session: ada } });
    view.reads(alice);
    view.types('+15550100001');
    view.happen({ type: 'stored', part: { session: grace } });
    expect(view.state().draft).toEqual({ forms: {} });
    expect(view.state().notice).toEqual({ kind: 'another-person', name: 'Grace Agent' });
  });

  test('gets a list of flows of their own, even if the person before did not sign out', () => {
    const asks = () =>
      view.done().filter((effect) => effect.do === 'ask' && effect.ask === 'refreshFlows');
    view.happen({ type: 'stored', part: { session: ada } });
    asks();
    view.happen({ type: 'stored', part: { session: { ...ada, id: 'renewed' } } });
    expect(asks()).toHaveLength(0);
    view.happen({ type: 'stored', part: { session: grace } });
    expect(asks()).toHaveLength(1);
    view.happen({ type: 'stored', part: { session: undefined } });
    view.happen({ type: 'stored', part: { session: ada } });
    expect(asks()).toHaveLength(1);
  });

  test('cannot be sent what was asked about before', () => {
    view = viewOf({ confirmLaunch: true });
    view.reads(alice);
    view.press();
    view.happen({ type: 'stored', part: { session: grace } });
    view.happen({ type: 'question-answered', yes: true });
    view.reads(alice);
    expect(view.launches()).toEqual([]);
  });

  test('is not the same person whose session was renewed', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.happen({ type: 'stored', part: { session: { ...ada, id: 'renewed' } } });
    expect(view.number()).toBe('+15550100001');
    expect(view.notice()).toBeUndefined();
  });
});

describe('a form that was sent', () => {
  /** The view that opens after the one that sent it has closed, beside the launch as it is by then. */
  const opensAgain = (state: 'completed' | 'refused'): View => {
    const { draft, launchId: id } = view.state();
    const next = viewOf();
    next.happen({ type: 'launch-closed' });
    next.happen({ type: 'draft-came', draft });
    const { address = '', number = '' } = alice;
    const launch = { id, state, flow, page: { address, number } };
    next.happen({ type: 'stored', part: { launch: launch as never } });
    next.reads(alice);
    return next;
  };
  beforeEach(() => {
    view.reads(alice);
    view.types('+15550100001');
    view.press();
    view.reads(alice);
    expect(view.launches()).toHaveLength(1);
  });

  test('leaves nothing once it was accepted, though its view closed before it heard of that', () => {
    const next = opensAgain('completed');
    next.happen({ type: 'launch-closed' });
    expect(next.number()).toBe(alice.number);
  });

  test('leaves nothing in another view, from which it was sent as well', () => {
    const { draft, launchId: id } = view.state();
    const other = viewOf();
    other.happen({ type: 'launch-closed' });
    other.happen({ type: 'draft-came', draft });
    other.reads(alice);
    other.press();
    other.reads(alice);
    const launch = { id, state: 'completed', flow } as never;
    other.happen({ type: 'stored', part: { launch } });
    expect(other.state().draft.forms).toEqual({});
  });

  test('is kept where it was refused', () => {
    const next = opensAgain('refused');
    next.happen({ type: 'launch-closed' });
    expect(next.number()).toBe('+15550100001');
  });

  test('is no longer that form once the person goes on with it', () => {
    view.types('+15550100002');
    expect(opensAgain('completed').number()).toBe('+15550100002');
  });
});

describe('what was typed beside a page that cannot be read, at an address that the browser does not tell', () => {
  const failure = { code: 'page-not-readable', params: {} } as const;
  const unread = () => {
    const document = unreadPage(7, '', view.now());
    const read = view.state().reads.asked;
    view.happen({ type: 'page-unreadable', read, failure, document });
  };
  beforeEach(() => {
    unread();
    view.types('+15550100001');
    view.wait(1_000);
  });

  test('is marked when the tab has loaded another page', () => {
    view.happen({ type: 'page-loaded' });
    unread();
    expect(view.form()?.elsewhere).toHaveProperty('Flow.customerNumber');
    view.press();
    view.press(true);
    expect(view.launches()).toEqual([]);
  });

  test('is marked in another view, which cannot know the page', () => {
    const { draft } = view.state();
    view = viewOf();
    view.wait(5_000);
    view.happen({ type: 'draft-came', draft });
    unread();
    expect(view.form()?.elsewhere).toHaveProperty('Flow.customerNumber');
  });

  test('counts while the same page is tried again', () => {
    view.happen({ type: 'read-again' });
    unread();
    expect(view.form()?.elsewhere).toEqual({});
  });
});

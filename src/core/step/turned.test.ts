import { beforeEach, describe, expect, test } from 'vitest';
import { callWith } from '../../../test/harness/conversations.ts';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { flow, settingsOf, type View, viewOf } from '../../../test/harness/view-world.ts';
import { tooSoon } from './turned.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

/** Another record under the same address. */
const redrawn = { ...alice, title: bruno.title, number: bruno.number };

/** The page is read anew, and says another record by then. */
function redraws(): void {
  view.happen({ type: 'read-again' });
  view.reads(redrawn, {}, 1);
  expect(view.number()).toBe(bruno.number);
}

/** It has been the same for two seconds, so the form believes it. */
function rests(): void {
  view.wait(2_000);
  view.glances(redrawn, 1);
  view.reads(redrawn, {}, 1);
}

describe('Launch pressed just after the form turned', () => {
  test('to the next record on the page shows first what it will launch, and can be stopped', () => {
    view.reads(alice);
    redraws();
    view.wait(tooSoon - 1);
    view.press();
    rests();
    expect(view.launching()).toBe('counting');
    view.wait(1_900);
    view.happen({ type: 'interrupted' });
    view.wait(1_000);
    expect(view.launches()).toEqual([]);
  });

  test('to another customer who has the same number shows first what it will launch', () => {
    view.reads(alice);
    view.glances({ ...bruno, number: alice.number });
    view.reads({ ...bruno, number: alice.number });
    view.press();
    expect(view.launching()).toBe('counting');
  });

  test('shows it while the history is in its place: then nothing is launched', () => {
    view.reads(alice);
    redraws();
    view.press();
    const history = { launches: [], damaged: 0, isReading: false };
    view.happen({ type: 'stored', part: { history } });
    rests();
    view.wait(3_000);
    rests();
    expect(view.launches()).toEqual([]);
    expect(view.launching()).toBeUndefined();
  });

  test('counts once that could be seen', () => {
    view.reads(alice);
    redraws();
    view.wait(tooSoon);
    view.press();
    rests();
    expect(view.launching()).toBe('checking');
  });

  test('counts once the person has done something in it', () => {
    view.reads(alice);
    redraws();
    view.types('+15550100001');
    view.press();
    rests();
    expect(view.launching()).toBe('checking');
  });

  test('as another view beside the tab changed it shows first what it will launch', () => {
    view.reads(alice);
    view.types('+15550100001');
    const { draft } = view.state();
    view.types('+15550100002');
    view.happen({ type: 'draft-came', draft });
    view.press();
    expect(view.launching()).toBe('counting');
  });

  test('to another environment shows first what it will launch', () => {
    view.reads(alice);
    view.happen({ type: 'stored', part: { settings: settingsOf({ isElsewhere: true }) } });
    view.wait(tooSoon - 1);
    view.press();
    expect(view.launching()).toBe('counting');
    view.happen({ type: 'interrupted' });
    view.wait(3_000);
    expect(view.launches()).toEqual([]);
  });

  test('as a conversation with another person came in launches nothing, and says so', () => {
    view = viewOf({ readsConversations: true, contextFirst: 'conversation' });
    view.reads(alice);
    view.talks(callWith(bruno.number ?? ''));
    view.press();
    expect(view.launching()).toBeUndefined();
    expect(view.notice()).toBe('conversation-changed');
  });
});

describe('what turns no form', () => {
  test('the first page that is read', () => {
    view.reads(alice);
    view.press();
    expect(view.launching()).toBe('checking');
  });

  test('the first page that is read, where it says something else than a default', () => {
    const priority = { title: 'Contact type', type: 'string', default: 'email' };
    const schema = {
      type: 'object',
      properties: {
        'Flow.customerNumber': { title: 'Customer number', type: 'string' },
        'Flow.contactType': priority,
      },
    };
    const detail = { flow: { ...flow, inputSchema: schema } };
    view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: detail as never } } });
    expect(view.form()?.start.inputData).toMatchObject({ 'Flow.contactType': 'email' });
    view.reads(alice);
    expect(view.form()?.start.inputData).not.toMatchObject({ 'Flow.contactType': 'email' });
    view.press();
    expect(view.launching()).toBe('checking');
  });

  test('the person’s own hand', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.happen({ type: 'flow-chosen', flowId: flow.id });
    view.press();
    expect(view.launching()).toBe('checking');
  });

  test('what comes in addition', () => {
    view.reads({ ...alice, number: undefined });
    view.happen({ type: 'read-again' });
    view.reads(alice, {}, 1);
    view.press();
    expect(view.launching()).toBe('checking');
  });
});

test('a side panel that has just turned to another tab shows first what it will launch there', () => {
  view = viewOf({ isTurnedTo: true });
  view.reads(alice);
  view.press();
  expect(view.launching()).toBe('counting');
});

test('a form that has just come in place of a result shows first what it will launch', () => {
  view.reads(alice);
  view.happen({ type: 'launch-closed' });
  view.press();
  expect(view.launching()).toBe('counting');
});

test('a form that came in place of a result a while ago is launched by a press', () => {
  view.reads(alice);
  view.happen({ type: 'launch-closed' });
  view.wait(tooSoon);
  view.press();
  expect(view.launching()).toBe('checking');
});

test('where nothing turned the very same state stays, so that no view is drawn anew for a glance', () => {
  view.reads(alice);
  const before = view.state();
  view.glances(alice);
  expect(view.state()).toBe(before);
});

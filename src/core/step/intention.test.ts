import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno } from '../../../test/harness/view-pages.ts';
import { flow, forAlice, grace, type View, viewOf } from '../../../test/harness/view-world.ts';
import { intentionLasts } from '../launch/intention.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

describe('what is meant to be launched at once', () => {
  beforeEach(() => (view = viewOf({ launchAtOnce: true })));

  test('is shown for two seconds, then launched, once', () => {
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    view.wait(1_999);
    expect(view.launching()).toBe('counting');
    view.wait(1);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
    view.wait(20_000);
    expect(view.launches()).toEqual([]);
  });

  test('goes out without a wait where the settings want that', () => {
    view = viewOf({ launchAtOnce: true, atOnceSeconds: 0 });
    view.means(alice, {}, true);
    view.reads(alice);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  const interruptions: [string, () => void][] = [
    ['Stop', () => view.happen({ type: 'stopped' })],
    ['a key or a click', () => view.happen({ type: 'interrupted' })],
    ['an edit', () => view.types('+1')],
    ['another flow', () => view.happen({ type: 'flow-chosen', flowId: 'other' })],
    ['another page', () => view.glances(bruno)],
    ['another person', () => view.happen({ type: 'stored', part: { session: grace } })],
    ['signing out', () => view.happen({ type: 'stored', part: { session: undefined } })],
    ['reading again', () => view.happen({ type: 'read-again' })],
  ];

  test.each(interruptions)('is not launched after %s, while it is shown', (_, happens) => {
    view.means(alice, {}, true);
    view.reads(alice);
    happens();
    view.wait(20_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
  });

  test.each(interruptions.slice(0, 4))(
    'is not launched after %s, before it is complete',
    (_, happens) => {
      view = viewOf({ launchAtOnce: true, isFlowUnread: true });
      view.means(alice, {}, true);
      view.reads(alice);
      happens();
      view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: { flow } } } });
      view.wait(20_000);
      expect(view.launches()).toEqual([]);
    },
  );

  test('is over after fifteen seconds, also where the clock is set back meanwhile', () => {
    view = viewOf({ launchAtOnce: true, isFlowUnread: true });
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(-3_600_000);
    view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: { flow } } } });
    expect(view.launching()).toBeUndefined();
    view.wait(20_000);
    expect(view.launches()).toEqual([]);
  });

  test('waits for what the form needs: nothing is launched by typing the rest', () => {
    view.means(alice, {}, true);
    view.reads({ ...alice, number: undefined });
    expect(view.launching()).toBeUndefined();
    view.types('+');
    view.types('+15550100001');
    view.wait(20_000);
    expect(view.launches()).toEqual([]);
  });

  test('waits until the inputs of its flow were read', () => {
    view = viewOf({ launchAtOnce: true, isFlowUnread: true });
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBe('intended');
    view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: { flow } } } });
    expect(view.launching()).toBe('counting');
  });

  test('is over after 15 seconds', () => {
    view = viewOf({ launchAtOnce: true, isFlowUnread: true });
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(intentionLasts + 1);
    view.happen({ type: 'stored', part: { flowDetails: { [flow.id]: { flow } } } });
    expect(view.launching()).toBeUndefined();
  });

  test('is not meant on the next page', () => {
    view.means(alice, { selection: '+1 415 555 2671' }, true);
    view.reads(bruno);
    view.wait(20_000);
    expect(view.launches()).toEqual([]);
    expect(view.number()).toBe(bruno.number);
  });

  test('is launched only of a flow that is set to', () => {
    view = viewOf();
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBeUndefined();
  });
});

import { beforeEach, describe, expect, test } from 'vitest';
import { alice } from '../../../test/harness/view-pages.ts';
import { forAlice, type View, viewOf } from '../../../test/harness/view-world.ts';

// A computer that sleeps wakes in the middle of what was to take a second.

let view: View;
beforeEach(() => {
  view = viewOf({ launchAtOnce: true });
});

const hour = 3_600_000;

describe('after an hour of sleep', () => {
  test('a countdown launches nothing', () => {
    view.means(alice, {}, true);
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    view.wait(hour);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('stopped');
  });

  test('a press whose page was looked at launches nothing', () => {
    view.reads(alice);
    view.press();
    view.wait(hour);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('stopped');
  });

  test('a press that waited for its page launches nothing', () => {
    view.press();
    view.wait(hour);
    view.reads(alice);
    view.wait(2_000);
    view.reads(alice);
    expect(view.launches()).toEqual([]);
  });

  test('a question that was left open launches when it is answered', () => {
    view = viewOf({ confirmLaunch: true });
    view.reads(alice);
    view.press();
    view.wait(hour);
    view.happen({ type: 'question-answered', yes: true });
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('the next press launches', () => {
    view.reads(alice);
    view.press();
    view.wait(hour);
    view.reads(alice);
    view.press();
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });
});

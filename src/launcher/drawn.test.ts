import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { alice } from '../../test/harness/view-pages.ts';
import { openedState, viewOf } from '../../test/harness/view-world.ts';
import type { LauncherState } from '../core/view/launcher.ts';
import { onDrawn } from './drawn.ts';
import { viewStore } from './view-store.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A view that is drawn, whose states the test sets. */
function openDrawn() {
  const store = viewStore(() => {}, new Promise(() => {}));
  let drawn = 0;
  const end = onDrawn(store, () => drawn++);
  const is = (state: LauncherState): number => {
    const before = drawn;
    store.begin(state);
    return drawn - before;
  };
  const passes = (milliseconds: number): number => {
    const before = drawn;
    vi.advanceTimersByTime(milliseconds);
    return drawn - before;
  };
  return { is, passes, end };
}

/** A form with Alice's number, its launch as it is looked at, and after that. */
function pressed() {
  const view = viewOf();
  view.reads(alice);
  const form = view.state();
  view.press();
  const checking = view.state();
  expect(checking.launching?.step).toBe('checking');
  view.reads(alice);
  return { form, checking, sent: view.state() };
}

test('a launch that is looked at for a moment is drawn once, a little after it has left', () => {
  const { form, checking, sent } = pressed();
  const { is, passes } = openDrawn();
  expect(is(form)).toBe(1);
  expect(is(checking)).toBe(0);
  expect(passes(10)).toBe(0);
  expect(is(sent)).toBe(0);
  expect(passes(60)).toBe(1);
});

test('a launch that is looked at for longer is drawn', () => {
  const { checking } = pressed();
  const { is, passes } = openDrawn();
  is(checking);
  expect(passes(60)).toBe(1);
});

test.each(['counting', 'asked', 'held'] as const)(
  'a launch that was %s before is drawn at once: what stood there can do nothing any more',
  (step) => {
    const { checking } = pressed();
    const { is } = openDrawn();
    const { launching } = checking;
    is({ ...checking, launching: { ...launching, step } as LauncherState['launching'] });
    expect(is(checking)).toBe(1);
  },
);

test('what comes of a launch, and what the person does meanwhile, is drawn at once', () => {
  const { checking, sent } = pressed();
  const { is, passes } = openDrawn();
  is(checking);
  const typed = { ...checking, draft: { ...checking.draft, forms: {} } };
  expect(is(typed)).toBe(1);
  expect(is({ ...checking, launching: undefined, notice: { kind: 'page-changed' } })).toBe(1);
  is(checking);
  is(sent);
  expect(is({ ...sent, launch: {} as LauncherState['launch'] })).toBe(1);
  expect(passes(60)).toBe(0);
});

test('nothing is drawn in a view that is closed', () => {
  const { is, passes, end } = openDrawn();
  is(openedState());
  is(pressed().checking);
  end();
  expect(passes(60)).toBe(0);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { alice, bruno, opened } from '../../../test/harness/view-pages.ts';
import { flow, forAlice, type View, viewOf } from '../../../test/harness/view-world.ts';
import { failed } from '../base/failure.ts';

let view: View;
beforeEach(() => {
  view = viewOf();
});

describe('Launch', () => {
  test('looks at the page once more, and sends what it still says', () => {
    view.reads(alice);
    view.done();
    view.press();
    expect(view.done()).toEqual([{ do: 'read-page', read: 2, isLook: true }]);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('sends nothing when the page says another number by then, and shows both', () => {
    view.reads(alice);
    view.press();
    view.reads({ ...alice, number: bruno.number });
    expect(view.launches()).toEqual([]);
    expect(['page-says-other', 'page-changed']).toContain(view.notice());
  });

  test('sends nothing when another page is in front by then', () => {
    view.reads(alice);
    view.press();
    view.reads(bruno);
    expect(view.launches()).toEqual([]);
    expect(view.state().notice).toEqual({
      kind: 'page-says-other',
      values: [{ label: 'Customer number', was: alice.number, now: bruno.number }],
    });
  });

  test.each([
    ['a page load', { ...alice, documentId: 'loaded', title: bruno.title }],
    ['a page load to another address', { ...bruno, number: alice.number }],
    ['another content', { ...alice, title: bruno.title }],
  ])('sends nothing when %s brings another customer who has the same number', (_, page) => {
    view.reads(alice);
    view.press();
    view.reads(page);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('page-changed');
  });

  test('goes on where the same page was loaded anew', () => {
    view.reads(alice);
    view.press();
    view.reads({ ...alice, documentId: 'loaded' });
    expect(view.launches()).toEqual(forAlice);
  });

  test('says how old the values are when the page does not answer, and sends them only then', () => {
    view.reads(alice);
    view.press();
    view.wait(1_000);
    view.isSilent(alice);
    expect(view.launches()).toEqual([]);
    expect(view.state().notice).toEqual({ kind: 'page-silent', readAt: opened });
    view.press(true);
    expect(view.launches()).toEqual(forAlice);
  });

  test('looks once more at a page that could not be read, and sends what is on screen if it still cannot', () => {
    view.isSilent(alice);
    view.types('+15550100001');
    view.press();
    expect(view.launches()).toEqual([]);
    view.isSilent(alice);
    expect(view.launches()).toEqual([{ 'Flow.customerNumber': '+15550100001' }]);
  });

  test.each([
    ['another address', bruno],
    ['the same address, loaded later', { ...alice, loadedAt: opened + 1 }],
  ])('sends nothing where a page that could not be read is one of %s by then', (_, page) => {
    view.isSilent(alice);
    view.types('+15550100001');
    view.press();
    view.reads(page);
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('page-changed');
  });

  test('waits while the page is read, and shows what came in before it is sent', () => {
    view.press();
    expect(view.launching()).toBe('held');
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    view.wait(2_000);
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('sends nothing more of a page that the worker found to be another one, until it was read anew', () => {
    view.reads(alice);
    view.press();
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
    view.happen({ type: 'answered', outcome: failed('page-changed') });
    expect(view.number()).toBeUndefined();
    expect(view.done()).toContainEqual({ do: 'read-page', read: 3 });
    view.wait(3_000);
    view.isSilent(alice);
    view.press(true);
    view.isSilent(alice);
    expect(view.launches()).toEqual([undefined]);
  });

  test('is pressed once, however often it is pressed', () => {
    view.reads(alice);
    view.press();
    view.press();
    view.reads(alice);
    expect(view.launches()).toHaveLength(1);
  });

  test('says what is missing, and sends nothing', () => {
    view.reads({ ...alice, number: undefined });
    view.press();
    expect(view.state().attempts).toBe(1);
    expect(view.launches()).toEqual([]);
  });

  test('leaves nothing of an accepted launch in the next form', () => {
    view.reads(alice);
    view.types('+15550100001');
    view.press();
    view.reads(alice);
    const [question] = view.done().flatMap((effect) => {
      return effect.do === 'ask' && effect.ask === 'launch' ? [effect.question] : [];
    });
    expect(question).toMatchObject({ customer: { number: '+15550100001' } });
    const launch = {
      id: view.state().launchId,
      state: 'launched',
      flow,
      customer: {},
    };
    view.happen({ type: 'stored', part: { launch: launch as never } });
    expect(view.state().draft.forms).toEqual({});
  });
});

describe('in production', () => {
  beforeEach(() => (view = viewOf({ confirmLaunch: true })));

  test.each([
    ['has the same number', { ...bruno, number: alice.number }],
    ['has another one', bruno],
  ])('nothing is launched for another customer than was asked about, who %s', (_, page) => {
    view.reads(alice);
    view.press();
    view.glances(page);
    view.reads(page);
    view.happen({ type: 'question-answered', yes: true });
    expect(view.launching()).toBeUndefined();
    expect(view.notice()).toBe('page-changed');
  });

  test('a press of the keys for Launch does not put another question in place of one that is open', () => {
    view.reads(alice);
    view.press();
    view.glances(bruno);
    view.reads(bruno);
    view.wait(1_000);
    view.press();
    expect(view.state().launching).toMatchObject({ start: { inputData: forAlice[0] } });
  });

  test('only what was asked about is launched', () => {
    view.reads(alice);
    view.press();
    expect(view.launching()).toBe('asked');
    view.glances(bruno);
    view.reads(bruno);
    view.happen({ type: 'question-answered', yes: true });
    expect(view.launches()).toEqual([]);
    expect(view.notice()).toBe('page-changed');
  });

  test('a yes launches, a no does not', () => {
    view.reads(alice);
    view.press();
    view.happen({ type: 'question-answered', yes: false });
    expect(view.launching()).toBeUndefined();
    view.press();
    view.happen({ type: 'question-answered', yes: true });
    view.reads(alice);
    expect(view.launches()).toEqual(forAlice);
  });

  test('nothing is launched at once', () => {
    view.means(alice, {}, true);
    view.reads(alice);
    view.wait(20_000);
    expect(view.launching()).toBeUndefined();
    expect(view.launches()).toEqual([]);
  });
});

test('a countdown that another launch has taken the place of ends, for nothing shows it any more', () => {
  view.press();
  view.reads(alice);
  expect(view.launching()).toBe('counting');
  const page = { address: alice.address, number: alice.number };
  const launch = { id: 'of the side panel', state: 'running', flow, page };
  view.happen({ type: 'stored', part: { launch: launch as never } });
  view.wait(5_000);
  view.reads(alice);
  expect(view.launches()).toEqual([]);
});

describe('a clock that is set back while a launch is on its way', () => {
  const aDay = 24 * 60 * 60 * 1_000;

  test('ends a countdown, which would end a day later', () => {
    view.press();
    view.reads(alice);
    expect(view.launching()).toBe('counting');
    view.wait(-aDay);
    view.glances(alice);
    expect(view.launching()).toBeUndefined();
    expect(view.launches()).toEqual([]);
  });

  test('keeps no form waiting for a page that became another record', () => {
    view.reads(alice);
    const there = { ...bruno, documentId: alice.documentId, number: alice.number };
    view.glances(there);
    view.reads(there);
    expect(view.number()).toBeUndefined();
    view.wait(-aDay);
    view.glances(there);
    view.reads(there);
    expect(view.number()).toBe(alice.number);
  });
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openWorkerWorld, type WorkerWorld } from '../../test/harness/worker-world.ts';

let world: WorkerWorld;

const form = { values: { 'Flow.note': 'call back' }, sources: {}, touched: ['Flow.note'] };
const typed = { flowId: 'flow', forms: { flow: form } };
const ofTabs = () => [...world.browser.session.values.keys()].filter((key) => /^\w+ \d$/.test(key));

beforeEach(async () => {
  world = await openWorkerWorld();
  await world.start();
  await world.browser.session.set({
    'draft 1': typed,
    'shown-launch 1': 'launch',
    'draft 3': typed,
  });
});
afterEach(() => world.close());

test('a tab that is closed takes along what was kept for it', async () => {
  world.events().onTabRemoved.tell(1);
  await world.settle();
  expect(ofTabs()).toEqual(['draft 3']);
});

test('what was typed in a tab that is put to sleep is kept for the tab that it becomes', async () => {
  world.events().onTabReplaced.tell(2, 1);
  await world.settle();
  expect(ofTabs().toSorted()).toEqual(['draft 2', 'draft 3']);
  expect(world.browser.session.values.get('draft 2')).toMatchObject({
    forms: { flow: { values: { 'Flow.note': 'call back' } } },
  });
});

test('what was launched there is shown in the tab that it becomes, so that the form which it was sent from is emptied', async () => {
  world.events().onTabReplaced.tell(2, 1);
  await world.settle();
  expect(world.browser.session.values.get('shown-launch 2')).toBe('launch');
  expect(world.browser.session.values.get('shown-launch 1')).toBeUndefined();
});

test('nothing is kept for a tab in which nothing was begun', async () => {
  world.events().onTabReplaced.tell(4, 5);
  await world.settle();
  expect(ofTabs()).not.toContain('draft 4');
});

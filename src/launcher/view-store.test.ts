import { expect, test } from 'vitest';
import { openedState } from '../../test/harness/view-world.ts';
import type { At, Effect } from '../core/view/happening.ts';
import { type Decisions, viewStore } from './view-store.ts';

const first = openedState();

/** A store whose decisions are loaded when the test says so; a step notes what happened. */
function openStore() {
  const happened: string[] = [];
  const effects: Effect[] = [];
  let resolve: (decisions: Decisions) => void = () => {};
  const loading = new Promise<Decisions>((resolved) => {
    resolve = resolved;
  });
  const store = viewStore((effect) => effects.push(effect), loading);
  const load = async (): Promise<void> => {
    resolve({
      step: (state, event: At) => {
        happened.push(event.type);
        return { state: { ...state, attempts: state.attempts + 1 }, effects: [wake] };
      },
      formOf: () => undefined,
    });
    await loading;
  };
  return { store, load, happened, effects };
}

const wake: Effect = { do: 'wake', at: 0 };

test('the first state is there to be drawn before anything can be decided', () => {
  const { store } = openStore();
  let drawn = 0;
  store.subscribe(() => drawn++);
  store.begin(first);
  expect(store.get()).toBe(first);
  expect(drawn).toBe(1);
});

test('what happens early waits for the first state and for the decisions, and keeps its order', async () => {
  const { store, load, happened, effects } = openStore();
  store.happen({ type: 'read-again' });
  store.begin(first);
  store.happen({ type: 'stopped' });
  expect(happened).toEqual([]);
  await load();
  store.happen({ type: 'woken' });
  expect(happened).toEqual(['read-again', 'stopped', 'woken']);
  expect(effects).toEqual([wake, wake, wake]);
  expect(store.get()?.attempts).toBe(3);
});

test('decisions that are there first wait for the state', async () => {
  const { store, load, happened } = openStore();
  store.happen({ type: 'read-again' });
  await load();
  expect(happened).toEqual([]);
  store.begin(first);
  expect(happened).toEqual(['read-again']);
});

test('the view is drawn anew when the form can be derived', async () => {
  const { store, load } = openStore();
  store.begin(first);
  let drawn = 0;
  store.subscribe(() => drawn++);
  await load();
  expect(drawn).toBe(1);
  expect(store.get()).not.toBe(first);
});

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeArea } from '../../test/harness/chrome/storage.ts';
import { launchRecord } from '../../test/harness/launch-record.ts';
import { alice, opened, readingOf } from '../../test/harness/view-pages.ts';
import { ada, flow, grace, openedState } from '../../test/harness/view-world.ts';
import { keyOfPerson, personOf } from '../core/session/person.ts';
import { connectionInUse, connectionKey } from '../core/settings/settings.ts';
import { step } from '../core/step/step.ts';
import { formViews } from '../core/view/form.ts';
import type { ShownSession } from '../core/view/launcher.ts';
import { type HistoryActions, historyActions } from './history.ts';
import { type ViewStore, viewStore } from './view-store.ts';

const first = openedState();
const connection = connectionInUse(first.settings);
if (connection === undefined) throw new Error('No connection is in use');
const key = connectionKey(connection);

const ofAda = launchRecord({
  state: 'completed',
  connection: { name: connection.name, key },
  inputs: { 'Flow.customerNumber': '+15550100001' },
  by: { person: personOf(ada) },
  times: { created: opened, ended: opened },
});

let local: ReturnType<typeof fakeArea>;
let session: ReturnType<typeof fakeArea>;
let store: ViewStore;
let actions: HistoryActions;

beforeEach(async () => {
  [local, session] = [fakeArea(), fakeArea()];
  vi.stubGlobal('chrome', { storage: { local, session, managed: fakeArea() } });
  await local.set({ settings: { version: 1, connections: [connection] } });
  await local.set({ [`launch ${ofAda.id}`]: ofAda });
  await signIn(ada);
  store = viewStore(() => {}, Promise.resolve({ step, formOf: formViews(() => 0) }));
  store.begin(first);
  await Promise.resolve();
  store.happen({
    type: 'page-read',
    read: 1,
    page: readingOf(alice, opened),
    changes: 0,
    moves: 0,
  });
  actions = historyActions(store);
});

/** As the worker does it, and as the view hears of it. */
async function signIn(who: ShownSession, over = key): Promise<void> {
  const person = personOf(who);
  if (person === undefined) throw new Error('The session names no person');
  await local.set({ [`last-person ${over}`]: keyOfPerson(person) });
  await session.set({ [`session ${over}`]: { ...who, accessToken: 'any' } });
}

/** Storage answers at once, so some turns are enough for all that follows from it. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

describe('the history that is open while another person signs in', () => {
  beforeEach(async () => {
    actions.openHistory();
    await vi.waitFor(() => expect(store.get()?.history?.launches).toHaveLength(1));
    store.happen({ type: 'stored', part: { session: grace } });
    await signIn(grace);
  });

  test('stays closed, so that the words which say who is signed in now can be seen', async () => {
    await settled();
    expect(store.get()?.history).toBeUndefined();
    expect(store.get()?.notice).toMatchObject({ kind: 'another-person' });
  });

  test('shows them no launch of the one before when they open it', async () => {
    actions.openHistory();
    await vi.waitFor(() => expect(store.get()?.history?.isReading).toBe(false));
    expect(store.get()?.history?.launches).toEqual([]);
  });
});

test('the history that is open shows launches over a connection that was not used before, to their person', async () => {
  const other = 'mypurecloud.ie another-client';
  const launch = { ...ofAda, id: '0a0b0c0d-0000-4000-8000-0000000000bb' };
  const shown = () => store.get()?.history?.launches.map(({ id }) => id);
  actions.openHistory();
  await vi.waitFor(() => expect(shown()).toEqual([ofAda.id]));
  await signIn(ada, other);
  await local.set({
    [`launch ${launch.id}`]: { ...launch, connection: { name: 'Test', key: other } },
  });
  await vi.waitFor(() => expect(shown()).toHaveLength(2));
  await signIn(grace, other);
  await vi.waitFor(() => expect(shown()).toEqual([ofAda.id]));
});

describe('a launch made again', () => {
  const number = () => store.get()?.draft.forms[flow.id]?.values['Flow.customerNumber'];
  const repeated = async () => {
    actions.repeatLaunch(ofAda.id);
    await settled();
    expect(store.get()?.draft.flowId).toBe(flow.id);
    return number();
  };

  test('has its inputs for the person who made it', async () => {
    expect(await repeated()).toBe('+15550100001');
  });

  test('has none of them for another person, who came to it by a line', async () => {
    await signIn(grace);
    store.happen({ type: 'stored', part: { session: grace, launch: ofAda } });
    expect(await repeated()).toBeUndefined();
  });
});

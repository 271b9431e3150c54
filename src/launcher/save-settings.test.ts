import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeLocks } from '../../test/harness/chrome/locks.ts';
import { fakeArea } from '../../test/harness/chrome/storage.ts';
import { flow, openedState } from '../../test/harness/view-world.ts';
import { connectionInUse } from '../core/settings/settings.ts';
import { step } from '../core/step/step.ts';
import { formViews } from '../core/view/form.ts';
import { pinFlow } from './pins.ts';
import { remediesOf } from './remedies.ts';
import { setUpActions } from './set-up.ts';
import { type ViewStore, viewStore } from './view-store.ts';

const first = openedState();
const connection = connectionInUse(first.settings);
if (connection === undefined) throw new Error('No connection is in use');

let store: ViewStore;
let local: ReturnType<typeof fakeArea>;
const goneOn = vi.fn();

beforeEach(async () => {
  goneOn.mockClear();
  local = fakeArea();
  vi.stubGlobal('chrome', {
    storage: { local, session: fakeArea(), managed: fakeArea() },
  });
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  await local.set({ settings: { version: 1, connections: [connection] } });
  store = viewStore(() => {}, Promise.resolve({ step, formOf: formViews(() => 0) }));
  store.begin(first);
});

const setUp = () => setUpActions({ store, signIn: async () => goneOn(), forgetFlow: () => {} });
const remedy = () =>
  remediesOf({
    store,
    connection: () => connection.name,
    backToForm: goneOn,
    focus: () => {},
    pickFlow: () => {},
    signIn: async () => goneOn(),
  });

describe('a view whose browser has no room for settings', () => {
  test.each([
    ['a flow is pinned', () => void pinFlow(store, connection.name, flow, true)],
    ['a connection is set up', () => setUp().setUp({ ...connection, name: 'Other' })],
    ['a connection is chosen', () => setUp().chooseConnection('Other')],
    [
      'another request format is tried',
      () => remedy()({ kind: 'switch-request-format', inputsKey: 'data', flowIdIn: 'path' }),
    ],
    ['a scope is added', () => remedy()({ kind: 'sign-in', scopes: ['architect'] })],
  ])('says so, and goes on to nothing, where %s', async (_what, change) => {
    const complaint = vi.spyOn(console, 'warn').mockImplementation(() => {});
    local.set = () => Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
    change();
    await vi.waitFor(() => expect(store.get()?.failure?.code).toBe('settings-not-saved'));
    expect(goneOn).not.toHaveBeenCalled();
    complaint.mockRestore();
  });

  test('goes on where the browser has room', async () => {
    remedy()({ kind: 'sign-in', scopes: ['architect'] });
    await vi.waitFor(() => expect(goneOn).toHaveBeenCalledOnce());
    expect(store.get()?.failure).toBeUndefined();
  });
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { noPolicy, type Policy, readManaged } from '../../core/settings/managed.ts';
import { arriving } from './arriving.ts';

const given = readManaged({ defaultCountry: 'DE' });
let installType = 'admin';

beforeEach(() => {
  installType = 'admin';
  vi.useFakeTimers({ now: 1_000_000 });
  vi.stubGlobal('chrome', { management: { getSelf: async () => ({ installType }) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A browser that hands over its policy after so many milliseconds, and the policy as it is read. */
function read({ first = noPolicy, handedOver = 1_200, installed = 1_000_000 }) {
  let current: Policy = first;
  const listeners = new Set<(policy: Policy) => void>();
  setTimeout(() => {
    current = given;
    for (const tell of listeners) tell(given);
  }, handedOver);
  const policy = {
    get: async () => current,
    onChange: (tell: (policy: Policy) => void, signal: AbortSignal) => {
      listeners.add(tell);
      signal.addEventListener('abort', () => listeners.delete(tell));
    },
  };
  const installedAt = { get: async () => installed, onChange: () => {} };
  const told: { names: readonly string[]; at: number }[] = [];
  void arriving(policy, installedAt)
    .get()
    .then(({ names }) => told.push({ names, at: Date.now() - 1_000_000 }));
  return { told, listeners };
}

const country = ['defaultCountry'];

test('after a forced installation the policy is waited for', async () => {
  const { told, listeners } = read({});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual([{ names: country, at: 1_200 }]);
  expect(listeners.size).toBe(0);
});

test('for no longer than five seconds, where there is none', async () => {
  const { told, listeners } = read({ handedOver: 60_000, installed: 998_000 });
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual([{ names: [], at: 3_000 }]);
  expect(listeners.size).toBe(0);
});

test.each([
  ['it is there', { first: given }],
  ['the installation is long past', { installed: 0 }],
  ['a person installed it', {}, 'normal'],
])('not where %s', async (_, how, type = 'admin') => {
  installType = type;
  const { told } = read(how);
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toMatchObject([{ at: 0 }]);
});

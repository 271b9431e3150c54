import { beforeEach, expect, test, vi } from 'vitest';
import { fakeLocks } from '../../../test/harness/chrome/locks.ts';
import { fakeArea } from '../../../test/harness/chrome/storage.ts';
import { intentionOf } from '../keys/tab.ts';
import { takeIntention } from './intention.ts';

const intention = {
  id: '8d9e6f1a-1111-4222-8333-444455556666',
  tabId: 7,
  said: { selection: '+1 555 019 9888' },
  atOnce: true,
  at: 1_700_000_000_000,
};

beforeEach(() => {
  vi.stubGlobal('chrome', { storage: { session: fakeArea() } });
  vi.stubGlobal('navigator', { locks: fakeLocks() });
});

test('of two views that ask at the same time one has the intention', async () => {
  await intentionOf(7).set(intention);
  const taken = await Promise.all([takeIntention(7), takeIntention(7), takeIntention(8)]);
  expect(taken.filter(Boolean)).toEqual([intention]);
});

test('an intention that cannot be read is none', async () => {
  await chrome.storage.session.set({ 'intention 7': { ...intention, at: 'soon' } });
  expect(await takeIntention(7)).toBeUndefined();
});

test('an intention that storage does not let go of is none: the view goes on without it', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  await intentionOf(7).set(intention);
  vi.spyOn(chrome.storage.session, 'remove').mockRejectedValue(new Error('refused'));
  expect(await takeIntention(7)).toBeUndefined();
});

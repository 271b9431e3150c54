import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Readable, soon } from './stored.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Something that is there after so many milliseconds. */
function arriving(after: number): Readable<string> {
  const value = new Promise<string>((resolve) => setTimeout(() => resolve('there'), after));
  return { get: () => value, onChange: () => {} };
}

function followed(readable: Readable<string>, signal = new AbortController().signal) {
  const told: string[] = [];
  readable.onChange((value) => told.push(value), signal);
  void readable.get().then((value) => told.unshift(`first: ${value}`));
  return told;
}

test('what comes in time is what is read, and no change', async () => {
  const told = followed(soon(arriving(100), 'stand-in', 200));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(told).toEqual(['first: there']);
});

test('what is late has a stand-in, and comes as a change', async () => {
  const told = followed(soon(arriving(10_000), 'stand-in', 200));
  await vi.advanceTimersByTimeAsync(250);
  expect(told).toEqual(['first: stand-in']);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(told).toEqual(['first: stand-in', 'there']);
});

test('who has gone by then is not told', async () => {
  const stop = new AbortController();
  const told = followed(soon(arriving(10_000), 'stand-in', 200), stop.signal);
  stop.abort();
  await vi.advanceTimersByTimeAsync(20_000);
  expect(told).toEqual(['first: stand-in']);
});

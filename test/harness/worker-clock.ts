import { vi } from 'vitest';
import { replace } from './replace.ts';

/** When each timer of a worker goes off. */
export type Timers = Map<ReturnType<typeof setTimeout>, number>;

/**
 * A clock that the test moves, for a worker that may be stopped: its timers are kept by its life.
 *
 * @param timersOf the timers of the life that sets one now
 */
export function fakeClock(timersOf: () => Timers | undefined) {
  let underWay = 0;
  vi.useFakeTimers({
    now: Date.parse('2026-11-27T12:00:00Z'),
    toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'Date', 'performance'],
  });
  const fakeTimeout = globalThis.setTimeout;
  const fakeClear = globalThis.clearTimeout;
  vi.stubGlobal('setTimeout', (work: () => void, milliseconds = 0) => {
    const timers = timersOf();
    const timer = fakeTimeout(() => {
      timers?.delete(timer);
      work();
    }, milliseconds);
    timers?.set(timer, Date.now() + milliseconds);
    return timer;
  });
  vi.stubGlobal('clearTimeout', (timer: ReturnType<typeof setTimeout>) => {
    timersOf()?.delete(timer);
    fakeClear(timer);
  });
  const restoreTimeout = replace(AbortSignal, 'timeout', (milliseconds) => {
    const controller = new AbortController();
    const reason = new DOMException('The operation timed out.', 'TimeoutError');
    setTimeout(() => controller.abort(reason), milliseconds);
    return controller.signal;
  });
  // What is computed goes by no clock: it is waited for.
  const counted = async <Value>(work: Promise<Value>): Promise<Value> => {
    underWay += 1;
    return await work.finally(() => {
      underWay -= 1;
    });
  };
  const { subtle } = globalThis.crypto;
  const digest = subtle.digest.bind(subtle);
  const restoreDigest = replace(subtle, 'digest', (...args) => counted(digest(...args)));
  return {
    isIdle: () => underWay === 0,
    forget: (timer: ReturnType<typeof setTimeout>) => fakeClear(timer),
    close: () => {
      restoreTimeout();
      restoreDigest();
      vi.useRealTimers();
    },
  };
}

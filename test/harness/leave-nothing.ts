import { afterAll, vi } from 'vitest';

/** The files of unit tests share a process: what one of them put in place of a global is gone before the next. */
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

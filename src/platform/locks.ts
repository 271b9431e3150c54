/**
 * Does work while no other page of ours, and not the worker, does work under the same name. Work that
 * waits for a lock of its own name waits forever.
 * https://developer.mozilla.org/en-US/docs/Web/API/Web_Locks_API
 */
export function withLock<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  return navigator.locks.request(name, work);
}

/** One event of the browser: a life of the worker registers its listeners anew. */
export interface FakeEvent<Args extends unknown[]> {
  addListener(listener: (...args: Args) => unknown): void;
  removeListener(listener: (...args: Args) => unknown): void;
  hasListener(listener: (...args: Args) => unknown): boolean;
  /** Tells every listener, and gives back what they answered. */
  tell(...args: Args): unknown[];
  forget(): void;
}

export function fakeEvent<Args extends unknown[]>(): FakeEvent<Args> {
  const listeners = new Set<(...args: Args) => unknown>();
  return {
    addListener: (listener) => listeners.add(listener),
    removeListener: (listener) => listeners.delete(listener),
    hasListener: (listener) => listeners.has(listener),
    tell: (...args) => [...listeners].map((listener) => listener(...args)),
    forget: () => listeners.clear(),
  };
}

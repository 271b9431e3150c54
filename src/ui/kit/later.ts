import { useEffect, useSyncExternalStore } from 'react';

/**
 * Something that is not needed for the first paint. It is loaded when it is needed, or else once the
 * page rests; a component that uses the hook is drawn again when it is there. Unlike `lazy` it is there in the
 * same render from then on, so that the focus can be moved into it.
 */
export function later<Value>(load: () => Promise<Value>): (isNeeded: boolean) => Value | undefined {
  let value: Value | undefined;
  let isWanted = false;
  const listeners = new Set<() => void>();
  const start = (): void => {
    if (isWanted) return;
    isWanted = true;
    void load().then((loaded) => {
      value = loaded;
      for (const listener of listeners) listener();
    });
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return (isNeeded) => {
    useEffect(() => {
      if (isNeeded) return start();
      const rest = requestIdleCallback(start);
      return () => cancelIdleCallback(rest);
    }, [isNeeded]);
    return useSyncExternalStore(subscribe, () => value);
  };
}

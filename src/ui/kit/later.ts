import { useEffect, useSyncExternalStore } from 'react';

/**
 * Makes a hook for something that the first paint does not need. The hook loads it when a component needs it, or else
 * once the browser is idle, and then draws the component again. Unlike with `lazy`, a later render has it at once, so
 * that the focus can move into it.
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

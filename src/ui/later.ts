import { useSyncExternalStore } from 'react';

/**
 * Something that is not needed for the first paint: it begins to load at once, and whoever uses the
 * hook is drawn again when it is there. Unlike `lazy` it is there in the same render from then on, so
 * that the focus can be moved into it.
 */
export function later<Value>(load: () => Promise<Value>): () => Value | undefined {
  let value: Value | undefined;
  const loading = load().then((loaded) => {
    value = loaded;
  });
  const subscribe = (listener: () => void): (() => void) => {
    void loading.then(listener);
    return () => {};
  };
  return () => useSyncExternalStore(subscribe, () => value);
}

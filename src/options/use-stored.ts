import { useEffect, useState } from 'react';
import type { Readable } from '../platform/store/stored.ts';

/** A stored value, kept up to date; undefined until it is loaded. `key` says when `item` is another one. */
export function useStored<Value>(
  item: Readable<Value> | undefined,
  key: string,
): Value | undefined {
  const [held, setHeld] = useState<{ key: string; value: Value }>();

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the item, which is a new object at each render
  useEffect(() => {
    if (item === undefined) return;
    const stop = new AbortController();
    const hold = (value: Value) => {
      if (!stop.signal.aborted) setHeld({ key, value });
    };
    item.onChange(hold, stop.signal);
    void item.get().then(hold);
    return () => stop.abort();
  }, [key]);

  return held?.key === key ? held.value : undefined;
}

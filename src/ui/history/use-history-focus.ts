import { type RefObject, useEffect, useRef } from 'react';
import type { Launch } from '../../core/launch/launch.ts';

interface HistoryFocus {
  /** The section that holds the history. */
  root: RefObject<HTMLElement | null>;
  /** To be called right before launches are deleted. */
  afterDeleting: (launches: readonly Launch[]) => void;
}

/**
 * Keeps the focus where the person works. After deleting it goes to the launch that takes the place of
 * the deleted one, else to the heading; after comparing, back to the button that opened it.
 */
export function useHistoryFocus(count: number, isComparing: boolean): HistoryFocus {
  const root = useRef<HTMLElement>(null);
  const place = useRef<number>(undefined);
  const wasComparing = useRef(isComparing);

  useEffect(() => {
    if (wasComparing.current && !isComparing) {
      root.current?.querySelector<HTMLElement>('[data-compare]')?.focus();
    }
    wasComparing.current = isComparing;
  }, [isComparing]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new number of launches is what it waits for
  useEffect(() => {
    if (place.current === undefined) return;
    const rows = root.current?.querySelectorAll<HTMLElement>('.history-open') ?? [];
    const next = rows[Math.min(place.current, rows.length - 1)];
    (next ?? root.current?.querySelector<HTMLElement>('h2'))?.focus();
    place.current = undefined;
  }, [count]);

  return {
    root,
    afterDeleting: (launches) => {
      const items = [...(root.current?.querySelectorAll('[data-launch]') ?? [])];
      const ids = new Set(launches.map(({ id }) => id));
      const first = items.findIndex((item) => ids.has(item.getAttribute('data-launch') ?? ''));
      place.current = Math.max(0, first);
    },
  };
}

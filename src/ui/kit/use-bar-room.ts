import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps the focused element in sight above a bar that stays at the end of the view: gives the styles the bar's height
 * (`--bar-height`), and scrolls that element up when the bar grows over it.
 * https://www.w3.org/WAI/WCAG22/Understanding/focus-not-obscured-minimum.html
 */
export function useBarRoom(bar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { current } = bar;
    if (current === null) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(() => {
      const stays = getComputedStyle(current).position === 'sticky';
      style.setProperty('--bar-height', stays ? `${current.offsetHeight}px` : '0px');
      if (stays) uncover(current);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
      style.removeProperty('--bar-height');
    };
  }, [bar]);
}

/** Scrolls to the focused element only where the bar covers it: a person who has scrolled away stays there. */
function uncover(bar: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return;
  if (activeElement.contains(bar) || bar.contains(activeElement)) return;
  const [top, end] = [activeElement.getBoundingClientRect(), bar.getBoundingClientRect()];
  const isCovered = top.bottom > end.top && top.top < end.bottom;
  if (isCovered) activeElement.scrollIntoView({ block: 'nearest' });
}

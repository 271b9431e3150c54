import { type RefObject, useLayoutEffect } from 'react';

/**
 * Keeps what has the focus in sight above a bar that stays at the end of the view: the styles are given
 * the bar's height (`--bar-height`), and what the bar covers as it grows is scrolled up.
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

/** Who has scrolled away from what has the focus stays there. */
function uncover(bar: HTMLElement): void {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return;
  if (activeElement.contains(bar) || bar.contains(activeElement)) return;
  const [top, end] = [activeElement.getBoundingClientRect(), bar.getBoundingClientRect()];
  const isCovered = top.bottom > end.top && top.top < end.bottom;
  if (isCovered) activeElement.scrollIntoView({ block: 'nearest' });
}

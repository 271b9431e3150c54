import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Takes the focus along when one step gives way to another and the control that had it is gone: to
 * the button for a new launch on a result, and from there back to the button that launches.
 */
export function useStepFocus(root: RefObject<HTMLElement | null>, hasLaunch: boolean): void {
  const had = useRef(hasLaunch);
  useLayoutEffect(() => {
    if (had.current === hasLaunch) return;
    had.current = hasLaunch;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    const next = hasLaunch ? '[data-new-launch]' : '.launch-bar button[type="submit"]';
    if (isLost) root.current?.querySelector<HTMLElement>(next)?.focus({ preventScroll: hasLaunch });
  }, [root, hasLaunch]);
}

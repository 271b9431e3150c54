import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * Moves the focus where a step replaces another one and the focused control is gone: from the form to the result's
 * button for a new launch, and from there back to the form's button `Launch`.
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

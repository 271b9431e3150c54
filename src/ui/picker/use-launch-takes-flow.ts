import { useEffect, useRef } from 'react';

/**
 * While the list is open, makes a click on `Launch` take the highlighted flow and launch nothing, because the field
 * does not show the flow that was chosen before. It acts on `pointerdown`, which comes before the list closes.
 */
export function useLaunchTakesFlow(isOpen: boolean, take: () => void): void {
  const latest = useRef(take);
  latest.current = take;
  useEffect(() => {
    if (!isOpen) return;
    const onPointerDown = ({ target }: PointerEvent): void => {
      const button = target instanceof Element && target.closest('.launch-bar button');
      if (!button) return;
      swallowClick(button);
      latest.current();
    };
    document.addEventListener('pointerdown', onPointerDown, true);
    return () => document.removeEventListener('pointerdown', onPointerDown, true);
  }, [isOpen]);
}

/** Keeps a button from the click that follows when the pointer, now down, goes up. */
function swallowClick(button: Element): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  button.addEventListener('click', stop, true);
  const release = () => setTimeout(() => button.removeEventListener('click', stop, true));
  document.addEventListener('pointerup', release, { capture: true, once: true });
}

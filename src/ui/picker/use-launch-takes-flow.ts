import { useEffect, useRef } from 'react';

/**
 * While the list is open, a click on `Launch` takes the highlighted flow and launches nothing: the field
 * does not show the flow that was chosen before. The pointer goes down before the list closes.
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

/** Keeps a button from the click that the pointer, which is down, makes of it. */
function swallowClick(button: Element): void {
  const stop = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };
  button.addEventListener('click', stop, true);
  const letGo = () => setTimeout(() => button.removeEventListener('click', stop, true));
  document.addEventListener('pointerup', letGo, { capture: true, once: true });
}

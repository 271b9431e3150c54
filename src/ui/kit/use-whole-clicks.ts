import { type MouseEvent, useRef } from 'react';

/**
 * A handler for the capturing phase. It keeps the later clicks of a double click from a control that came under the
 * pointer meanwhile: the second click on `Launch` must not press the `Launch again` of a quick result. The browser
 * counts the clicks in `detail`, which is 0 for clicks made with keys; those always get through.
 */
export function useWholeClicks(): (event: MouseEvent) => void {
  const began = useRef<Element>(null);
  return (event) => {
    const control = event.target instanceof Element ? event.target.closest(controls) : null;
    if (event.detail < 2) {
      began.current = control;
    } else if (control !== null && control !== began.current) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
}

const controls = 'button, a, input, select, textarea, label';

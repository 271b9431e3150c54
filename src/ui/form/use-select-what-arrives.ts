import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { FormValue } from '../../core/form/form.ts';

/**
 * Selects a value that comes from the page while the person is in its field, so that what they type takes its place.
 * Otherwise it would be added to the value. A value that the person has set stays as it is, and so does its selection:
 * they may be typing it.
 *
 * @param root the element around the field's control
 */
export function useSelectWhatArrives(
  root: RefObject<HTMLElement | null>,
  value: FormValue,
  isSetByPerson: boolean,
): void {
  const shown = useRef(value);
  // Before the browser handles the next key.
  useLayoutEffect(() => {
    const before = shown.current;
    shown.current = value;
    if (isSetByPerson || String(before) === String(value)) return;
    const { activeElement } = document;
    if (root.current?.contains(activeElement) && isTextBox(activeElement)) activeElement.select();
  }, [root, value, isSetByPerson]);
}

function isTextBox(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
}

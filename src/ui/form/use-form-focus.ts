import { type RefObject, useEffect, useRef } from 'react';

interface FormFocus {
  /** The element that holds the fields. */
  root: RefObject<HTMLElement | null>;
  /** The first required input that is empty, if there is one. */
  toFill: string | undefined;
  /** The person chose the flow just now, rather than came to it. */
  isChosenHere: boolean;
  /** The page may still have a value for it. */
  isReading: boolean;
  /** The input that a finding led to. */
  focused: string | undefined;
  /** How often a launch was tried. */
  attempts: number;
}

/**
 * Puts the focus where the work is: into the first required field that is empty when a flow was chosen,
 * into the field that a finding led to, and into the first that is wrong after a launch tried in vain.
 */
export function useFormFocus(facts: FormFocus): void {
  const { root, toFill, isChosenHere, isReading, focused, attempts } = facts;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current || isReading) return;
    hasBegun.current = true;
    if (toFill !== undefined && isFree(isChosenHere)) focusField(root.current, toFill);
  }, [root, toFill, isChosenHere, isReading]);

  useEffect(() => {
    if (attempts > 0) root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [root, attempts]);

  useEffect(() => {
    if (focused !== undefined) focusField(root.current, focused);
  }, [root, focused]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || !event.altKey || event.key !== 'ArrowDown') return;
      const chip = root.current?.querySelector<HTMLElement>('.chip[aria-haspopup]');
      if (!chip || opensOnAlt(event.target)) return;
      event.preventDefault();
      chip.click();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root]);
}

function focusField(root: HTMLElement | null, name: string): void {
  const field = root?.querySelector(`[data-input="${CSS.escape(name)}"]`);
  field?.querySelector<HTMLElement>('input, select, textarea, button:not(.chip)')?.focus();
}

/**
 * The focus is nowhere, or in the list of flows from which one was chosen. Elsewhere it stays: who has
 * begun to type a flow's name would go on in a field.
 */
function isFree(isChosenHere: boolean): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return isChosenHere && activeElement.matches('[role="combobox"][aria-expanded="false"]');
}

/** Lists and calendars that the browser opens on Alt+ArrowDown. */
function opensOnAlt(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('select, [type^="date"]');
}

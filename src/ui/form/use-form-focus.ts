import { type RefObject, useEffect, useRef } from 'react';
import { useKeyDown } from '../kit/use-key-down.ts';

interface FormFocus {
  /** The element that holds the fields. */
  root: RefObject<HTMLElement | null>;
  /** The first required input that is empty, if there is one. */
  toFill: string | undefined;
  /** Whether the person chose the flow in this view. */
  isChosenHere: boolean;
  /** Whether Kickoff still reads the page, which may have a value for the input. */
  isReading: boolean;
  /** The input to which a finding led the person. */
  focused: string | undefined;
  /** How often the person has tried to launch in vain. */
  attempts: number;
}

/**
 * Puts the focus into the first empty required field when the person has chosen a flow, into the field to which a
 * finding led, and into the first field with an error after a launch tried in vain. Alt+↓ opens the first menu of
 * candidates.
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

  useKeyDown((event) => {
    if (event.defaultPrevented || !event.altKey || event.key !== 'ArrowDown') return;
    const chip = root.current?.querySelector<HTMLElement>('.chip[aria-haspopup]');
    if (!chip || opensOnAlt(event.target)) return;
    event.preventDefault();
    chip.click();
  });
}

function focusField(root: HTMLElement | null, name: string): void {
  const field = root?.querySelector(`[data-input="${CSS.escape(name)}"]`);
  field?.querySelector<HTMLElement>('input, select, textarea, button:not(.chip)')?.focus();
}

/**
 * Whether the focus may move: it is nowhere, or in the closed picker from which the person chose the flow. Anywhere else
 * it stays; a person who has begun to type a flow's name would otherwise go on typing in a field.
 */
function isFree(isChosenHere: boolean): boolean {
  const { activeElement } = document;
  if (activeElement === null || activeElement === document.body) return true;
  return isChosenHere && activeElement.matches('[role="combobox"][aria-expanded="false"]');
}

/** Whether the browser itself opens a control on Alt+↓, as it does lists and calendars. */
function opensOnAlt(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches('select, [type^="date"]');
}

import { useEffect, useRef } from 'react';

/** Hears every key pressed in the view, wherever the focus is, as long as the component is drawn. */
export function useKeyDown(onKeyDown: (event: KeyboardEvent) => void): void {
  const latest = useRef(onKeyDown);
  latest.current = onKeyDown;
  useEffect(() => {
    const listener = (event: KeyboardEvent) => latest.current(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

/** Whether a key is that of the button `Launch`: Ctrl+Enter or Cmd+Enter, but not one that is held. */
export function isLaunchKey({ key, ctrlKey, metaKey, repeat }: KeyboardEvent): boolean {
  return key === 'Enter' && (ctrlKey || metaKey) && !repeat;
}

/**
 * Whether a key is pressed with Alt, and not held.
 *
 * @param wanted the key by its place, because Alt makes it another character on a Mac
 */
export function isAltKey(
  {
    code,
    altKey,
    ctrlKey,
    metaKey,
    repeat,
  }: Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'repeat'>,
  wanted: string,
): boolean {
  return code === wanted && altKey && !ctrlKey && !metaKey && !repeat;
}

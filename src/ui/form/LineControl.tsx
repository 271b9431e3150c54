import { type InputHTMLAttributes, useLayoutEffect, useRef } from 'react';
import type { ControlTies } from '../kit/Field.tsx';

interface LineControlProps
  extends Pick<InputHTMLAttributes<HTMLInputElement>, 'className' | 'inputMode' | 'spellCheck'> {
  value: string;
  ties: Partial<ControlTies>;
  onChange: (value: string) => void;
}

/**
 * A line of text. A value that the page fills in while the person is in the line, and has typed nothing there, is
 * selected: what they type then takes its place. Otherwise it would be added to the value.
 */
export function LineControl({ value, ties, onChange, ...line }: LineControlProps) {
  const box = useRef<HTMLInputElement>(null);
  const isTyped = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value is what calls for it.
  useLayoutEffect(() => {
    if (!isTyped.current && document.activeElement === box.current) box.current?.select();
  }, [value]);
  return (
    <input
      {...ties}
      {...line}
      ref={box}
      autoComplete="off"
      value={value}
      onFocus={() => {
        isTyped.current = false;
      }}
      onChange={(event) => {
        isTyped.current = true;
        onChange(event.target.value);
      }}
    />
  );
}

import { useLayoutEffect, useRef } from 'react';
import type { FlowInput } from '../../core/form/input-schema.ts';
import type { ControlTies } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';

interface BooleanControlProps {
  input: FlowInput;
  value: string;
  ties: Partial<ControlTies>;
  onChange: (value: string) => void;
}

/** A checkbox with three states: yes, no, and, for an optional input, not set. */
export function BooleanControl({ input, value, ties, onChange }: BooleanControlProps) {
  const text = useText();
  const box = useRef<HTMLInputElement>(null);
  const isOpen = value !== 'true' && value !== 'false';
  useLayoutEffect(() => {
    if (box.current) box.current.indeterminate = isOpen;
  }, [isOpen]);
  return (
    <div className="control-boolean">
      <input
        {...ties}
        ref={box}
        type="checkbox"
        className="box"
        checked={value === 'true'}
        onChange={(event) => onChange(String(event.target.checked))}
      />
      <span aria-hidden="true">
        {text(isOpen ? 'control_not_set' : value === 'true' ? 'control_yes' : 'control_no')}
      </span>
      {!input.required && !isOpen && (
        <button
          type="button"
          className="text-button"
          aria-describedby={ties.id && `${ties.id}-label`}
          onClick={() => {
            onChange('');
            box.current?.focus();
          }}
        >
          {text('control_unset')}
        </button>
      )}
    </div>
  );
}

import '../../ui/kit/control.css';
import type { HTMLAttributes, ReactNode } from 'react';
import { Field } from '../../ui/kit/Field.tsx';

export interface TextFieldProps {
  label: string;
  hint?: ReactNode;
  value: string;
  error?: string | undefined;
  placeholder?: string;
  /** True for a text of several lines; the field grows with it. */
  lines?: boolean;
  /** True for a monospaced text that a program reads. */
  code?: boolean;
  inputMode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  onChange: (value: string) => void;
  onLeave?: () => void;
}

/** A field for a text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, value, error, placeholder, lines, code, onChange, onLeave } = props;
  const className = ['control', lines && 'control-area', code && 'control-code']
    .filter(Boolean)
    .join(' ');
  const shared = { className, placeholder, spellCheck: false, autoComplete: 'off', value };
  return (
    <Field label={label} error={error} hint={hint}>
      {(ties) =>
        lines ? (
          <textarea
            {...ties}
            {...shared}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
        ) : (
          <input
            {...ties}
            {...shared}
            type="text"
            inputMode={props.inputMode}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onLeave}
          />
        )
      }
    </Field>
  );
}

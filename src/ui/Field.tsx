import './field.css';
import { type DOMAttributes, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';
import { useText } from './text.ts';

/** What a control needs to be tied to its label, hint and error, and whom it tells what happens. */
export interface ControlTies extends ControlEvents {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
}

type ControlEvents = Pick<DOMAttributes<HTMLElement>, 'onBlur' | 'onKeyDown' | 'onPaste'>;

interface FieldProps {
  label: string;
  required?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** Beside the label: where the value came from. */
  aside?: ReactNode;
  /** Several controls under one label, such as a list; the ties then belong to the group. */
  group?: boolean | undefined;
  children: (ties: ControlTies) => ReactNode;
}

/** A label, one control, and what there is to say about it. */
export function Field({ label, required, hint, error, aside, group, children }: FieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const described = [error && errorId, hint && hintId].filter(Boolean).join(' ') || undefined;
  const ties: ControlTies = {
    id,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  };
  return (
    <div className="field" data-invalid={error ? true : undefined}>
      <div className="field-head">
        {group ? (
          <span className="field-label" id={`${id}-label`}>
            {label}
          </span>
        ) : (
          <label className="field-label" htmlFor={id}>
            {label}
          </label>
        )}
        {required && <RequiredMark />}
        {aside}
      </div>
      {group ? (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot share a line with the mark and the source
        <div role="group" aria-labelledby={`${id}-label`} aria-describedby={described}>
          {children(ties)}
        </div>
      ) : (
        children(ties)
      )}
      {error && (
        <p className="field-error" id={errorId}>
          <Icon name="alert" />
          <span>{error}</span>
        </p>
      )}
      {hint && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** For eyes; `aria-required` says the same to ears, so that the label stays the control's name. */
function RequiredMark() {
  const text = useText();
  return (
    <span className="field-required" aria-hidden="true" title={text('field_required')}>
      *
    </span>
  );
}

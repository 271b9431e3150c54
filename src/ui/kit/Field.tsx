import './field.css';
import { type DOMAttributes, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';
import { Name } from './Name.tsx';
import { useText } from './text.ts';

/** The properties that tie a control to its label, hint and error, and the handlers of its events. */
export interface ControlTies extends ControlEvents {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
  /** The ID of the `datalist` with the values to choose from. */
  list?: string;
}

type ControlEvents = Pick<
  DOMAttributes<HTMLElement>,
  'onBlur' | 'onFocus' | 'onKeyDown' | 'onPaste'
>;

interface FieldProps {
  label: string;
  required?: boolean | undefined;
  hint?: ReactNode;
  error?: string | undefined;
  /** What stands beside the label, such as where the value came from. */
  aside?: (labelId: string) => ReactNode;
  /** True for several controls under one label, such as a list. */
  group?: boolean | undefined;
  children: (ties: ControlTies) => ReactNode;
}

/** A label, its control, and the control's error and hint. */
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
    <Frame group={group ? label : undefined} invalid={error !== undefined}>
      <div className="field-head">
        <span className="field-name">
          {group ? (
            <span className="field-label" id={`${id}-label`} aria-hidden="true">
              <Name text={label} />
            </span>
          ) : (
            <label className="field-label" id={`${id}-label`} htmlFor={id}>
              <Name text={label} />
            </label>
          )}
          {required && <RequiredMark />}
        </span>
        {aside?.(`${id}-label`)}
      </div>
      {children(ties)}
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
    </Frame>
  );
}

interface FrameProps {
  group: string | undefined;
  invalid: boolean;
  children: ReactNode;
}

/** The element around a field. A group's legend is only for screen readers, because a legend cannot share a line. */
function Frame({ group, invalid, children }: FrameProps) {
  if (group === undefined) {
    return (
      <div className="field" data-invalid={invalid || undefined}>
        {children}
      </div>
    );
  }
  return (
    <fieldset className="field" data-invalid={invalid || undefined}>
      <legend className="for-ears">{group}</legend>
      {children}
    </fieldset>
  );
}

/** Only for sight: `aria-required` tells screen readers, so the control's name is the label alone. */
function RequiredMark() {
  const text = useText();
  return (
    <span className="field-required" aria-hidden="true" title={text('field_required')}>
      *
    </span>
  );
}

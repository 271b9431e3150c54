import './field.css';
import { type DOMAttributes, type ReactNode, useId } from 'react';
import { Icon } from './Icon.tsx';
import { Name } from './Name.tsx';
import { useText } from './text.ts';

/** What a control needs to be tied to its label, hint and error, and whom it tells what happens. */
export interface ControlTies extends ControlEvents {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
  /** The id of the list that it can be chosen from. */
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
  /** Beside the label: where the value came from. Gets the label's id, to be described by it. */
  aside?: (labelId: string) => ReactNode;
  /** Several controls under one label, such as a list. */
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

/** Several controls are a group with a name; its legend is for ears, as it cannot share a line. */
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

/** For eyes; `aria-required` says the same to ears, so that the label stays the control's name. */
function RequiredMark() {
  const text = useText();
  return (
    <span className="field-required" aria-hidden="true" title={text('field_required')}>
      *
    </span>
  );
}

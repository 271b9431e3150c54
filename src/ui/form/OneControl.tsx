import '../kit/control.css';
import type { FlowInput, InputKind } from '../../core/form/input-schema.ts';
import type { ControlTies } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';
import { toLocal } from '../kit/time-zone.ts';
import { BooleanControl } from './BooleanControl.tsx';

export interface OneControlProps {
  input: FlowInput;
  kind: Exclude<InputKind, 'list'>;
  value: string;
  ties: Partial<ControlTies> & { 'aria-label'?: string };
  onChange: (value: string) => void;
}

/** The control for a single value; also for one item of a list. */
export function OneControl(props: OneControlProps) {
  const { input, kind, value, ties, onChange } = props;
  switch (kind) {
    case 'boolean':
      return <BooleanControl {...props} />;
    case 'choice':
      return <ChoiceControl {...props} />;
    case 'date-time':
      return <DateTimeControl {...props} />;
    case 'json':
      return <AreaControl {...props} code />;
    case 'date':
      return (
        <input
          {...nativelyRequired(ties)}
          className="control"
          type={value === '' || /^\d{4}-\d\d-\d\d$/.test(value) ? 'date' : 'text'}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'integer':
    case 'number':
      // Not type="number", which hides what it cannot read and changes values on scrolling.
      return (
        <input
          {...ties}
          className="control control-number"
          inputMode={kind === 'integer' ? 'numeric' : 'decimal'}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'string':
      // A single line would drop the line breaks of the text.
      return value.includes('\n') || (input.maxLength ?? 0) >= longText ? (
        <AreaControl {...props} />
      ) : (
        <input
          {...ties}
          className="control"
          autoComplete="off"
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}

const longText = 256;

function AreaControl({ value, ties, onChange, code }: OneControlProps & { code?: boolean }) {
  return (
    <textarea
      {...ties}
      className={code ? 'control control-area control-code' : 'control control-area'}
      autoComplete="off"
      spellCheck={!code}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function ChoiceControl({ input, value, ties, onChange }: OneControlProps) {
  const text = useText();
  const choices = (input.choices ?? []).map(String);
  const isStrange = value !== '' && !choices.includes(value);
  return (
    <select
      {...ties}
      className="control control-select"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{text(input.required ? 'control_choose' : 'control_not_set')}</option>
      {isStrange && <option value={value}>{value}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

/**
 * The browser's own picker, in the time zone of this computer, which the field's hint names. A text that is no date and
 * time stays as it is, so that the person can correct it.
 */
function DateTimeControl({ value, ties, onChange }: OneControlProps) {
  const local = toLocal(value);
  return (
    <input
      {...nativelyRequired(ties)}
      className="control"
      type={local === undefined ? 'text' : 'datetime-local'}
      step={local !== undefined && local.length > 16 ? 1 : undefined}
      value={local ?? value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** `aria-required` says nothing on inputs for dates and times: https://www.w3.org/TR/html-aria/#el-input-date */
function nativelyRequired({ 'aria-required': required, ...ties }: OneControlProps['ties']) {
  return { ...ties, required };
}

import '../../ui/kit/control.css';
import { Field } from '../../ui/kit/Field.tsx';

interface SelectFieldProps {
  label: string;
  hint?: string;
  value: string;
  error?: string | undefined;
  /** The values to choose from, each with its words. */
  choices: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
  onLeave?: () => void;
}

/** A field for one of a few values. */
export function SelectField(props: SelectFieldProps) {
  const { label, hint, value, error, choices, onChange, onLeave } = props;
  return (
    <Field label={label} hint={hint} error={error}>
      {(ties) => (
        <select
          {...ties}
          className="control control-select"
          value={value}
          onChange={({ target }) => onChange(target.value)}
          onBlur={onLeave}
        >
          {choices.map(([choice, words]) => (
            <option key={choice} value={choice}>
              {words}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

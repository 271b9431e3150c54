import '../../ui/kit/control.css';
import { Field } from '../../ui/kit/Field.tsx';

interface SelectFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** What can be chosen, each with its words. */
  choices: readonly (readonly [value: string, words: string])[];
  onChange: (value: string) => void;
}

/** One of a few. */
export function SelectField({ label, hint, value, choices, onChange }: SelectFieldProps) {
  return (
    <Field label={label} hint={hint}>
      {(ties) => (
        <select
          {...ties}
          className="control control-select"
          value={value}
          onChange={({ target }) => onChange(target.value)}
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

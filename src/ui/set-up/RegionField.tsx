import '../kit/control.css';
import { regions } from '../../core/base/environment.ts';
import { Field } from '../kit/Field.tsx';
import { useText } from '../kit/text.ts';

interface RegionFieldProps {
  /** A region's domain, `custom`, or empty. */
  value: string;
  error: string | undefined;
  /** Whether the person may choose custom addresses. */
  allowsCustom: boolean;
  onChange: (region: string) => void;
  onLeave: () => void;
}

/** The choice of a region; each shows its name, its domain and its AWS region. */
export function RegionField({ value, error, allowsCustom, onChange, onLeave }: RegionFieldProps) {
  const text = useText();
  return (
    <Field label={text('options_region')} error={error} hint={text('options_region_hint')}>
      {(ties) => (
        <select
          {...ties}
          className="control control-select"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        >
          <option value="">{text('options_region_choose')}</option>
          {regions.map(({ domain, awsRegion, name }) => (
            <option key={domain} value={domain}>{`${name} · ${domain} · ${awsRegion}`}</option>
          ))}
          {(allowsCustom || value === 'custom') && (
            <option value="custom">{text('options_region_custom')}</option>
          )}
        </select>
      )}
    </Field>
  );
}

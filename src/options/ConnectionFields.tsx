import '../ui/control.css';
import type { ConnectionField, ConnectionForm } from '../core/connection-form.ts';
import { regions } from '../core/environment.ts';
import { Field } from '../ui/Field.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';

export interface ConnectionFieldsProps {
  form: ConnectionForm;
  error: (field: ConnectionField) => string | undefined;
  onChange: (part: Partial<ConnectionForm>) => void;
  onLeave: (field: ConnectionField) => void;
}

export function ConnectionFields({ form, error, onChange, onLeave }: ConnectionFieldsProps) {
  const text = useText();
  return (
    <>
      <Field
        label={text('options_region')}
        error={error('region')}
        hint={text('options_region_hint')}
      >
        {(ties) => (
          <select
            {...ties}
            className="control"
            value={form.region}
            onChange={(event) => onChange({ region: event.target.value })}
            onBlur={() => onLeave('region')}
          >
            <option value="">{text('options_region_choose')}</option>
            {regions.map(({ domain, awsRegion, name }) => (
              <option key={domain} value={domain}>{`${name} · ${domain} · ${awsRegion}`}</option>
            ))}
            <option value="custom">{text('options_region_custom')}</option>
          </select>
        )}
      </Field>
      {form.region === 'custom' && (
        <>
          <Notice tone="warn">{text('options_custom_warning')}</Notice>
          {(['loginUrl', 'apiUrl', 'appsUrl'] as const).map((field) => (
            <TextField
              key={field}
              label={text(`options_${field}`)}
              value={form[field]}
              error={error(field)}
              onChange={(value) => onChange({ [field]: value })}
              onLeave={() => onLeave(field)}
            />
          ))}
        </>
      )}
      <TextField
        label={text('options_client_id')}
        hint={text('options_client_id_hint')}
        value={form.clientId}
        error={error('clientId')}
        onChange={(clientId) => onChange({ clientId })}
        onLeave={() => onLeave('clientId')}
      />
    </>
  );
}

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}

export function TextField({ label, hint, value, error, onChange, onLeave }: TextFieldProps) {
  return (
    <Field label={label} error={error} hint={hint}>
      {(ties) => (
        <input
          {...ties}
          className="control"
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

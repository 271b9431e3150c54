import { useRef } from 'react';
import { fieldForm, type SiteFieldForm, sourceKinds } from '../../core/settings/site-form.ts';
import { Button, IconButton } from '../../ui/kit/Button.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { FieldName } from './FieldName.tsx';

interface SiteFieldsProps {
  fields: readonly SiteFieldForm[];
  error: (place: number) => string | undefined;
  onChange: (fields: SiteFieldForm[]) => void;
  onLeave: (place: number) => void;
}

/** The fields of a site rule, one row each, with the source of its value on the page. */
export function SiteFields({ fields, error, onChange, onLeave }: SiteFieldsProps) {
  const text = useText();
  const add = useRef<HTMLButtonElement>(null);
  return (
    <Field label={text('site_fields')} hint={text('site_fields_hint')} group>
      {() => (
        <div className="list">
          {fields.map((field, place) => (
            <SiteField
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no identity but their place
              key={place}
              number={place + 1}
              field={field}
              error={error(place)}
              onChange={(part) =>
                onChange(fields.map((each, at) => (at === place ? { ...each, ...part } : each)))
              }
              onLeave={() => onLeave(place)}
              onRemove={() => {
                onChange(fields.toSpliced(place, 1));
                add.current?.focus();
              }}
            />
          ))}
          <Button
            ref={add}
            variant="quiet"
            icon="plus"
            onClick={() => onChange([...fields, fieldForm('', {})])}
          >
            {text('site_field_add')}
          </Button>
        </div>
      )}
    </Field>
  );
}

interface SiteFieldProps {
  number: number;
  field: SiteFieldForm;
  error: string | undefined;
  onChange: (part: Partial<SiteFieldForm>) => void;
  onLeave: () => void;
  onRemove: () => void;
}

function SiteField({ number, field, error, onChange, onLeave, onRemove }: SiteFieldProps) {
  const text = useText();
  const part = (name: 'value' | 'attribute' | 'pattern' | 'filters') => ({
    value: field[name],
    code: true,
    onChange: (value: string) => onChange({ [name]: value }),
    onLeave,
  });
  return (
    <fieldset className="subcard">
      <legend className="for-ears">{text('site_field_number', { number })}</legend>
      <div className="grid-2">
        <Field label={text('site_field_name')} error={error}>
          {(ties) => (
            <FieldName
              ties={ties}
              value={field.name}
              onChange={(name) => onChange({ name })}
              onLeave={onLeave}
            />
          )}
        </Field>
        <SelectField
          label={text('site_field_kind')}
          value={field.kind}
          choices={sourceKinds.map((kind) => [kind, text(`site_kind_${kind}`)])}
          onChange={(kind) => onChange({ kind: kind as SiteFieldForm['kind'] })}
        />
        {field.kind !== 'address' && (
          <TextField label={text(`site_value_${field.kind}`)} {...part('value')} />
        )}
        {field.kind === 'selector' && (
          <TextField label={text('site_attribute')} {...part('attribute')} />
        )}
        <TextField label={text('site_pattern')} {...part('pattern')} />
        <TextField label={text('site_filters')} {...part('filters')} />
      </div>
      <IconButton
        icon="cross"
        label={text('site_field_remove', { name: field.name || String(number) })}
        onClick={onRemove}
      />
    </fieldset>
  );
}

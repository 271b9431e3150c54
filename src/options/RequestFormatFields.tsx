import { publishedFormat } from '../core/settings.ts';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Field } from '../ui/Field.tsx';
import { useText } from '../ui/text.ts';
import { type ConnectionFieldsProps, TextField } from './ConnectionFields.tsx';

/** Formats that have a name: the published one, and the one that forum threads tell of most. */
const presets = { published: publishedFormat.inputsKey, data: 'data' };

/** The shape of the launch request, for servers that want another one than the published API. */
export function RequestFormatFields({ form, error, onChange, onLeave }: ConnectionFieldsProps) {
  const text = useText();
  const preset =
    Object.entries(presets).find(([, inputsKey]) => inputsKey === form.inputsKey)?.[0] ?? 'other';
  const isPublished = preset === 'published' && form.flowIdIn === 'body';
  return (
    <Disclosure label={text('options_request_format')} open={!isPublished}>
      <p className="muted">{text('options_request_format_hint')}</p>
      <Field label={text('options_inputs_preset')}>
        {(ties) => (
          <select
            {...ties}
            className="control"
            value={preset}
            onChange={({ target }) =>
              onChange({ inputsKey: presets[target.value as keyof typeof presets] ?? 'inputs' })
            }
          >
            <option value="published">{text('options_preset_published')}</option>
            <option value="data">{text('options_preset_data')}</option>
            <option value="other">{text('options_preset_other')}</option>
          </select>
        )}
      </Field>
      {preset === 'other' && (
        <TextField
          label={text('options_inputs_key')}
          value={form.inputsKey}
          error={error('inputsKey')}
          onChange={(inputsKey) => onChange({ inputsKey })}
          onLeave={() => onLeave('inputsKey')}
        />
      )}
      <Field label={text('options_flow_id_in')}>
        {(ties) => (
          <select
            {...ties}
            className="control"
            value={form.flowIdIn}
            onChange={({ target }) =>
              onChange({ flowIdIn: target.value === 'path' ? 'path' : 'body' })
            }
          >
            <option value="body">{text('options_flow_id_in_body')}</option>
            <option value="path">{text('options_flow_id_in_path')}</option>
          </select>
        )}
      </Field>
    </Disclosure>
  );
}

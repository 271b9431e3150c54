import { publishedFormat } from '../../core/settings/settings.ts';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';
import { TextField } from '../fields/TextField.tsx';
import type { ConnectionFieldsProps } from './ConnectionFields.tsx';

/** The formats with a name: the published one, and the one that most forum threads show. */
const presets = { published: publishedFormat.inputsKey, data: 'data' };

/** The fields for the format of launch requests, for servers that want another one than the published API. */
export function RequestFormatFields({ form, error, change, leave }: ConnectionFieldsProps) {
  const text = useText();
  const preset =
    Object.entries(presets).find(([, inputsKey]) => inputsKey === form.inputsKey)?.[0] ?? 'other';
  return (
    <>
      <p className="soft">{text('options_request_format_hint')}</p>
      <Field label={text('options_inputs_preset')}>
        {(ties) => (
          <select
            {...ties}
            className="control control-select"
            value={preset}
            onChange={({ target }) =>
              change({ inputsKey: presets[target.value as keyof typeof presets] ?? 'inputs' })
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
          code
          onChange={(inputsKey) => change({ inputsKey })}
          onLeave={() => leave('inputsKey')}
        />
      )}
      <Field label={text('options_flow_id_in')}>
        {(ties) => (
          <select
            {...ties}
            className="control control-select"
            value={form.flowIdIn}
            onChange={({ target }) =>
              change({ flowIdIn: target.value === 'path' ? 'path' : 'body' })
            }
          >
            <option value="body">{text('options_flow_id_in_body')}</option>
            <option value="path">{text('options_flow_id_in_path')}</option>
          </select>
        )}
      </Field>
    </>
  );
}

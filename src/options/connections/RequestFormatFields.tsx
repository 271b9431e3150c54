import { publishedFormat } from '../../core/settings/settings.ts';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
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
      <SelectField
        label={text('options_inputs_preset')}
        value={preset}
        choices={(['published', 'data', 'other'] as const).map((each) => [
          each,
          text(`options_preset_${each}`),
        ])}
        onChange={(chosen) =>
          change({ inputsKey: presets[chosen as keyof typeof presets] ?? 'inputs' })
        }
      />
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
      <SelectField
        label={text('options_flow_id_in')}
        value={form.flowIdIn}
        choices={(['body', 'path'] as const).map((each) => [
          each,
          text(`options_flow_id_in_${each}`),
        ])}
        onChange={(chosen) => change({ flowIdIn: chosen === 'path' ? 'path' : 'body' })}
      />
    </>
  );
}

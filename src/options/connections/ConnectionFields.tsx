import type { ConnectionForm } from '../../core/settings/connection-form.ts';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { RegionField } from '../../ui/set-up/RegionField.tsx';
import { TextField } from '../fields/TextField.tsx';
import type { FormEditor } from '../fields/use-form.ts';

export interface ConnectionFieldsProps extends FormEditor<ConnectionForm> {
  /** The error of a field, in words. */
  error: (field: keyof ConnectionForm) => string | undefined;
  /** Whether the person may choose custom addresses. */
  allowsCustom: boolean;
}

/** The fields for the org's environment and the OAuth client. */
export function ConnectionFields(props: ConnectionFieldsProps) {
  const { form, error, change, leave, allowsCustom } = props;
  const text = useText();
  return (
    <>
      <RegionField
        value={form.region}
        error={error('region')}
        allowsCustom={allowsCustom}
        onChange={(region) => change({ region })}
        onLeave={() => leave('region')}
      />
      {form.region === 'custom' && (
        <>
          <Notice tone="warn">{text('options_custom_warning')}</Notice>
          {(['loginUrl', 'apiUrl', 'appsUrl'] as const).map((field) => (
            <TextField
              key={field}
              label={text(`options_${field}`)}
              value={form[field]}
              error={error(field)}
              inputMode="url"
              placeholder="https://"
              onChange={(value) => change({ [field]: value })}
              onLeave={() => leave(field)}
            />
          ))}
        </>
      )}
      <TextField
        label={text('options_client_id')}
        hint={text('options_client_id_hint')}
        value={form.clientId}
        error={error('clientId')}
        code
        onChange={(clientId) => change({ clientId })}
        onLeave={() => leave('clientId')}
      />
    </>
  );
}

import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { useText } from '../../ui/kit/text.ts';
import { TextField } from '../fields/TextField.tsx';
import type { ConnectionFieldsProps } from './ConnectionFields.tsx';

const fields = ['org', 'provider', 'loginHint'] as const;

/** The fields for what the login server is given before a person signs in. */
export function SignInFields({ form, error, change, leave }: ConnectionFieldsProps) {
  const text = useText();
  return (
    <Disclosure
      label={text('options_single_sign_on')}
      open={fields.some((field) => form[field] !== '')}
    >
      <div className="fields">
        {fields.map((field) => (
          <TextField
            key={field}
            label={text(`options_${field}`)}
            hint={text(`options_${field}_hint`)}
            value={form[field]}
            error={error(field)}
            onChange={(value) => change({ [field]: value })}
            onLeave={() => leave(field)}
          />
        ))}
      </div>
    </Disclosure>
  );
}

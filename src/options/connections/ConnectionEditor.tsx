import { redirectPath } from '../../core/base/environment.ts';
import {
  checkConnectionForm,
  connectionForm,
  environmentOf,
} from '../../core/settings/connection-form.ts';
import type { Connection } from '../../core/settings/settings.ts';
import { redirectUrl } from '../../platform/sign-in-window.ts';
import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { useText } from '../../ui/kit/text.ts';
import { RedirectUrlField } from '../../ui/set-up/RedirectUrlField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Toggle } from '../fields/Toggle.tsx';
import { useForm } from '../fields/use-form.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { RequestFormatFields } from './RequestFormatFields.tsx';
import { ScopeToggles } from './ScopeToggles.tsx';
import { SignInFields } from './SignInFields.tsx';

interface ConnectionEditorProps {
  /** Undefined for a new connection. */
  connection: Connection | undefined;
  /** The names of the other connections. */
  taken: readonly string[];
  allowsCustom: boolean;
  onSave: (connection: Connection, changed: string) => void;
}

/** The fields of a connection. They are checked at every key, and saved as soon as all of them are right. */
export function ConnectionEditor(props: ConnectionEditorProps) {
  const { connection, taken, allowsCustom, onSave } = props;
  const text = useText();
  const editor = useForm(
    () => connectionForm(connection),
    (form) => checkConnectionForm(form, connection, taken).problems,
    (form, changed) => {
      const valid = checkConnectionForm(form, connection, taken).connection;
      if (valid) onSave(valid, changed);
    },
  );
  const { form, change, leave } = editor;
  const error = (field: keyof typeof form) => {
    const problem = editor.problem(field);
    return problem && text(`connection_problem_${problem}` as 'connection_problem_name_taken');
  };
  const shared = { ...editor, error, allowsCustom };
  const environment = environmentOf(form);
  return (
    <div className="fields">
      {connection && (
        <TextField
          label={text('options_connection_name')}
          value={form.name}
          error={error('name')}
          onChange={(name) => change({ name })}
          onLeave={() => leave('name')}
        />
      )}
      <ConnectionFields {...shared} />
      {environment && <RedirectUrlField url={redirectUrl(redirectPath(environment))} />}
      <Toggle
        label={text('options_confirm_launch')}
        hint={text('options_confirm_launch_hint')}
        checked={form.confirmLaunch}
        onChange={(confirmLaunch) => change({ confirmLaunch })}
      />
      <ScopeToggles {...shared} />
      <SignInFields {...shared} />
      <Disclosure label={text('options_request_format')} open={form.inputsKey !== 'inputData'}>
        <div className="fields">
          <TextField
            label={text('options_scopes')}
            hint={text('options_scopes_hint')}
            value={form.scopes}
            error={error('scopes')}
            code
            onChange={(scopes) => change({ scopes })}
            onLeave={() => leave('scopes')}
          />
          <RequestFormatFields {...shared} />
        </div>
      </Disclosure>
    </div>
  );
}

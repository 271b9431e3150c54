import { useState } from 'react';
import { extensionIdsIn, type OAuthClient, oauthClient } from '../../core/provision/client.ts';
import { toGc } from '../../core/provision/gc.ts';
import { type Role, rolesFor } from '../../core/provision/roles.ts';
import { toTerraform } from '../../core/provision/terraform.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { connectionInUse } from '../../core/settings/settings.ts';
import { extensionId } from '../../platform/about.ts';
import { CopyButton } from '../../ui/kit/CopyButton.tsx';
import { Facts } from '../../ui/kit/Facts.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';

const forms = ['terraform', 'gc', 'steps'] as const;

/** The OAuth client and the roles for a connection as code, with which an administrator creates them in Genesys Cloud. */
export function ClientCode({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const [name, setName] = useState(() => connectionInUse(settings)?.name);
  const [typed, setTyped] = useState(extensionId);
  const [form, setForm] = useState<(typeof forms)[number]>('terraform');
  const own = extensionId();
  const { ids, malformed } = extensionIdsIn(typed);
  const connection =
    settings.connections.find((each) => each.name === name) ?? connectionInUse(settings);
  if (connection === undefined) return null;
  const client = oauthClient(connection, settings, ids);
  const roles = rolesFor(connection, settings);
  return (
    <div className="fields">
      <div className="grid-2">
        <SelectField
          label={text('rollout_connection')}
          value={connection.name}
          choices={settings.connections.map((each) => [each.name, each.name])}
          onChange={setName}
        />
        <SelectField
          label={text('rollout_way')}
          value={form}
          choices={forms.map((each) => [each, text(`rollout_as_${each}`)])}
          onChange={(value) => setForm(forms.find((each) => each === value) ?? 'steps')}
        />
      </div>
      <TextField
        label={text('rollout_ids')}
        hint={text('rollout_id_hint')}
        value={typed}
        error={
          malformed.length > 0
            ? text('rollout_ids_bad', { ids: malformed.join(', ') })
            : ids.length === 0
              ? text('rollout_id_bad')
              : undefined
        }
        lines
        code
        onChange={setTyped}
      />
      {ids.length > 0 && !ids.includes(own) && (
        <Notice tone="warn">{text('rollout_ids_other', { own })}</Notice>
      )}
      {ids.length > 0 && malformed.length === 0 && <Code {...{ form, client, roles }} />}
    </div>
  );
}

interface CodeProps {
  form: (typeof forms)[number];
  client: OAuthClient;
  roles: readonly Role[];
}

function Code({ form, client, roles }: CodeProps) {
  const text = useText();
  if (form === 'steps') return <Steps client={client} roles={roles} />;
  const code = form === 'gc' ? toGc(client, roles) : toTerraform(client, roles);
  return (
    <>
      <div className="row">
        <CopyButton words label={text('rollout_copy')} value={code} />
      </div>
      <pre className="fact-code">{code}</pre>
    </>
  );
}

function Steps({ client, roles }: Omit<CodeProps, 'form'>) {
  const text = useText();
  const fact = (label: string, values: readonly string[]) => ({
    label,
    value: values.join('\n'),
    code: true,
  });
  return (
    <ol className="set-up-steps">
      <li>
        <p>{text('rollout_step_client')}</p>
        <Facts
          facts={[
            fact(text('rollout_client_name'), [client.name]),
            fact(text('rollout_client_grant'), ['Code Authorization / PKCE']),
            fact(text('rollout_client_redirect'), client.redirectUris),
            fact(text('rollout_client_scopes'), client.scopes),
          ]}
        />
      </li>
      <li>
        <p>{text('rollout_step_approve')}</p>
      </li>
      <li>
        <p>{text('rollout_step_roles')}</p>
        <Facts
          facts={roles.map(({ key, permissions }) =>
            fact(text(`rollout_role_${key}`), permissions),
          )}
        />
      </li>
    </ol>
  );
}

import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { PartProblem } from '../../core/base/lenient.ts';
import { problemText } from '../../core/policy/words.ts';
import {
  checkConnectionForm,
  connectionForm,
  environmentOf,
} from '../../core/settings/connection-form.ts';
import { isManaged } from '../../core/settings/managed.ts';
import type { SetUpDraft } from '../../core/settings/set-up-draft.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { Field } from '../kit/Field.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { RedirectUrlField } from './RedirectUrlField.tsx';
import { RegionField } from './RegionField.tsx';
import { WhatIsRead } from './WhatIsRead.tsx';

interface SetUpProps {
  state: LauncherState;
  actions: LauncherActions;
}

/** The first run, in three steps: the region, the client, and the sign-in. */
export function SetUp({ state, actions }: SetUpProps) {
  const text = useText();
  const [form, edit] = useDraft(actions);
  const root = useRef<HTMLFormElement>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (isManaged(state.settings, 'connections')) {
    return <NoManagedConnection problems={state.settings.policy.problems} />;
  }
  const { problems, connection } = checkConnectionForm(form);
  const environment = environmentOf(form);
  const leave = (...fields: string[]) => setLeft(new Set([...left, ...fields]));
  const error = (field: 'region' | 'clientId') => {
    const problem = left.has(field) ? problems[field] : undefined;
    return problem && text(`connection_problem_${problem}`);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    leave('region', 'clientId');
    if (connection) return actions.setUp(connection);
    // After the next paint the field shows its error, which screen readers announce with the focus.
    requestAnimationFrame(() =>
      root.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(),
    );
  };
  return (
    <form ref={root} className="set-up" noValidate onSubmit={submit}>
      <h2>{text('set_up_title')}</h2>
      <ol className="set-up-steps">
        <li>
          <RegionField
            value={form.region}
            error={error('region')}
            allowsCustom={false}
            onChange={(region) => edit({ region })}
            onLeave={() => leave('region')}
          />
        </li>
        <li>
          <ClientIdField
            value={form.clientId}
            error={error('clientId')}
            onChange={(clientId) => edit({ clientId })}
            onLeave={() => leave('clientId')}
          />
        </li>
        <li>
          {environment ? (
            <RedirectUrlField url={actions.redirectUrl(environment)} />
          ) : (
            <p className="soft small">{text('set_up_redirect_later')}</p>
          )}
          <WhatIsRead isDisclosed={state.settings.isDisclosed} />
          <div className="row">
            <Button type="submit" variant="primary">
              {text('sign_in')}
            </Button>
            <Button variant="quiet" onClick={actions.openOptions}>
              {text('set_up_open')}
            </Button>
          </div>
        </li>
      </ol>
    </form>
  );
}

/** What the person typed. The popup closes when they look up the client ID elsewhere, so a draft keeps it. */
function useDraft({ setUpDraft, keepSetUpDraft }: LauncherActions) {
  const [form, setForm] = useState(() => connectionForm(undefined));
  useEffect(() => {
    void setUpDraft().then((draft) => draft && setForm((now) => ({ ...now, ...draft })));
  }, [setUpDraft]);
  const edit = (draft: Partial<SetUpDraft>) => {
    setForm({ ...form, ...draft });
    keepSetUpDraft({ region: form.region, clientId: form.clientId, ...draft });
  };
  return [form, edit] as const;
}

interface ClientIdFieldProps {
  value: string;
  error: string | undefined;
  onChange: (clientId: string) => void;
  /** Also when the ID is as long as one is: its problem can show. */
  onLeave: () => void;
}

function ClientIdField({ value, error, onChange, onLeave }: ClientIdFieldProps) {
  const text = useText();
  return (
    <Field label={text('options_client_id')} error={error} hint={text('options_client_id_hint')}>
      {(ties) => (
        <input
          {...ties}
          className="control control-code"
          type="text"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={({ target }) => {
            onChange(target.value);
            if (target.value.trim().length >= 36) onLeave();
          }}
          onBlur={onLeave}
        />
      )}
    </Field>
  );
}

/** Says that the organization set no connection, or which defect its connection has. */
function NoManagedConnection({ problems }: { problems: readonly PartProblem[] }) {
  const text = useText();
  const defects = problems.filter(({ path }) => path.startsWith('connections'));
  if (defects.length === 0) return <Notice tone="warn" title={text('set_up_managed')} />;
  return (
    <Notice tone="warn" title={text('set_up_managed_defect')}>
      <ul className="findings">
        {defects
          .map((each) => problemText(each, text))
          .map((line) => (
            <li key={line}>{line}</li>
          ))}
      </ul>
    </Notice>
  );
}

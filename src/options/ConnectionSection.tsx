import { useState } from 'react';
import { checkConnection, connectionForm } from '../core/connection-form.ts';
import type { Connection } from '../core/settings.ts';
import { Notice } from '../ui/Notice.tsx';
import { useText } from '../ui/text.ts';
import { ConnectionFields } from './ConnectionFields.tsx';
import { RedirectUrl } from './RedirectUrl.tsx';
import { RequestFormatFields } from './RequestFormatFields.tsx';
import { SignInControls } from './SignInControls.tsx';

interface ConnectionSectionProps {
  connection: Connection | undefined;
  onSave: (connection: Connection) => Promise<void>;
}

/** The connection: every field is checked as it is typed, and all are saved as soon as all are right. */
export function ConnectionSection({ connection, onSave }: ConnectionSectionProps) {
  const text = useText();
  const [form, setForm] = useState(() => connectionForm(connection));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState<'saved' | 'failed'>();
  const checked = checkConnection(form, connection);

  const change = (part: Partial<typeof form>) => {
    const next = { ...form, ...part };
    setForm(next);
    setSaving(undefined);
    const valid = checkConnection(next, connection).connection;
    if (valid) {
      onSave(valid).then(
        () => setSaving('saved'),
        () => setSaving('failed'),
      );
    }
  };
  const error = (field: keyof typeof form) => {
    const problem = left.has(field) ? checked.problems[field] : undefined;
    return problem && text(`connection_problem_${problem}`);
  };
  const leave = (field: keyof typeof form) => setLeft(new Set([...left, field]));

  return (
    <section aria-labelledby="connection">
      <h2 id="connection">{text('options_connection')}</h2>
      <p className="muted">{text('options_connection_hint')}</p>
      <ConnectionFields form={form} error={error} onChange={change} onLeave={leave} />
      {checked.connection && <RedirectUrl environment={checked.connection.environment} />}
      <RequestFormatFields form={form} error={error} onChange={change} onLeave={leave} />
      <div role="status" className="saved">
        {saving === 'saved' && text('options_saved')}
      </div>
      {saving === 'failed' && <Notice tone="bad">{text('options_not_saved')}</Notice>}
      {connection && <SignInControls connection={connection} />}
    </section>
  );
}

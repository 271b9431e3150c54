import { useId, useState } from 'react';
import { copiesOf } from '../../core/copy/forms.ts';
import type { CopiedRequest } from '../../core/launch/curl.ts';
import { CopyButton } from './CopyButton.tsx';
import { useText } from './text.ts';

/** Copies a request, without its token, as code in the language that the person chooses. */
export function CopyAs({ request }: { request: CopiedRequest }) {
  const text = useText();
  const id = useId();
  const [chosen, choose] = useState('');
  const copies = copiesOf(request);
  const copy = copies.find((it) => it.id === chosen) ?? copies[0];
  return (
    <div className="row">
      <label htmlFor={id}>{text('copy_as')}</label>
      <select
        id={id}
        className="control"
        value={copy?.id}
        onChange={({ target }) => choose(target.value)}
      >
        {copies.map(({ id: form, label }) => (
          <option key={form} value={form}>
            {label}
          </option>
        ))}
      </select>
      <CopyButton words label={text('copy_as_copy')} value={copy?.text ?? ''} />
    </div>
  );
}

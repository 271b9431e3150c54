import '../data/review.css';
import './rollout.css';
import { useMemo, useRef, useState } from 'react';
import { decode } from '../../core/policy/decode.ts';
import { judge } from '../../core/policy/judge.ts';
import { policyLines } from '../../core/policy/lines.ts';
import { readPolicyFile } from '../../core/policy/read.ts';
import { explainFile } from '../../core/policy/words.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { extensionId } from '../../platform/about.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { FailureAlert } from '../../ui/kit/FailureAlert.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { TextField } from '../fields/TextField.tsx';
import { FileRemarks, PolicyJudgement } from './PolicyJudgement.tsx';
import { usePolicySchema } from './use-policy-schema.ts';

/** Explains a pasted policy in any form: what Kickoff makes of it, and each of its values beside the current one. */
export function PolicyReader({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const schema = usePolicySchema();
  const [bytes, setBytes] = useState<Uint8Array>();
  const [pasted, setPasted] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const outcome = useMemo(() => {
    if (bytes === undefined || schema === undefined) return undefined;
    const decoded = decode(bytes);
    return decoded.ok ? readPolicyFile(decoded.value, schema) : decoded;
  }, [bytes, schema]);
  const judged = outcome?.ok && schema ? judge(outcome.value, schema) : undefined;

  const paste = (value: string) => {
    setPasted(value);
    setBytes(value.trim() === '' ? undefined : new TextEncoder().encode(value));
  };
  const open = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    const read = new Uint8Array(await chosen.arrayBuffer());
    const decoded = decode(read);
    setBytes(read);
    setPasted(decoded.ok ? decoded.value.text : '');
  };
  return (
    <div className="fields">
      <TextField
        label={text('rollout_paste')}
        hint={text('rollout_paste_hint')}
        value={pasted}
        lines
        code
        onChange={paste}
      />
      <div className="row">
        <Button onClick={() => file.current?.click()}>{text('rollout_open')}</Button>
        <input
          ref={file}
          type="file"
          hidden
          onChange={({ target }) => {
            void open(target.files?.[0]);
            target.value = '';
          }}
        />
      </div>
      {outcome && !outcome.ok && <FailureAlert {...explainFile(outcome.failure, text)} />}
      {judged && <FileRemarks remarks={judged.remarks} />}
      {judged?.parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name, and their order stays
        <section key={place} className="fields">
          <OtherExtension id={part.part.extensionId} />
          <PolicyJudgement part={part} />
          <Lines document={part.part.document} settings={settings} />
        </section>
      ))}
    </div>
  );
}

function OtherExtension({ id }: { id: string | undefined }) {
  const text = useText();
  const own = extensionId();
  if (id === undefined || id === own) return null;
  return <Notice tone="warn">{text('rollout_other_id', { id, own })}</Notice>;
}

interface LinesProps {
  document: Record<string, unknown>;
  settings: EffectiveSettings;
}

function Lines({ document, settings }: LinesProps) {
  const text = useText();
  return (
    <table className="policy-lines">
      <caption>{text('rollout_lines')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('rollout_setting')}</th>
          <th scope="col">{text('rollout_in_policy')}</th>
          <th scope="col">{text('rollout_now')}</th>
        </tr>
      </thead>
      <tbody>
        {policyLines(document, settings).map(({ path, value, now }) => (
          <tr key={path} data-changed={now !== value || undefined}>
            <th scope="row">{path}</th>
            <td>
              <code>{value}</code>
            </td>
            <td>
              {now === value ? (
                <span className="soft">{text('rollout_same')}</span>
              ) : (
                <code>{now ?? '–'}</code>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

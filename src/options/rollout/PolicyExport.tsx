import { explain } from '../../core/base/explain.ts';
import { type PolicyBrowser, partOf } from '../../core/policy/file.ts';
import { chromeStore, edgeStore } from '../../core/policy/install.ts';
import { judge } from '../../core/policy/judge.ts';
import { encode, exportWays, type PolicyText } from '../../core/policy/write.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { download } from '../../ui/kit/download.ts';
import { FailureAlert } from '../../ui/kit/FailureAlert.tsx';
import { Field } from '../../ui/kit/Field.tsx';
import { useText } from '../../ui/kit/text.ts';
import { SelectField } from '../fields/SelectField.tsx';
import { TextField } from '../fields/TextField.tsx';
import { Toggle } from '../fields/Toggle.tsx';
import { PolicyJudgement } from './PolicyJudgement.tsx';
import { usePolicyExport } from './use-policy-export.ts';
import { usePolicySchema } from './use-policy-schema.ts';

const browsers: readonly (readonly [PolicyBrowser, string])[] = [
  ['chrome', 'Google Chrome'],
  ['edge', 'Microsoft Edge'],
  ['chromium', 'Chromium'],
];

/** Exports the settings of this browser as a policy for all agents, in the form that an administrator rolls out. */
export function PolicyExport({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const schema = usePolicySchema();
  const chosen = usePolicyExport(settings);
  if (chosen.names.length === 0) return <p className="soft">{text('rollout_nothing')}</p>;
  const written = chosen.written();
  const part = partOf(chosen.document);
  const judged =
    schema && judge({ format: 'settings', parts: [part], installs: [], remarks: [] }, schema);
  return (
    <div className="fields">
      <PolicyTarget chosen={chosen} />
      <PolicyNames chosen={chosen} />
      <div className="row">
        <Button
          variant="primary"
          disabled={!written?.ok}
          onClick={() => written?.ok && written.value.forEach(save)}
        >
          {text('rollout_export')}
        </Button>
      </div>
      {written && !written.ok && <FailureAlert {...explain(written.failure, text)} />}
      {written?.ok &&
        written.value.map((file) => (
          <Disclosure key={file.name} label={text('rollout_look', { name: file.name })}>
            <pre className="fact-code">{file.text}</pre>
          </Disclosure>
        ))}
      {judged?.parts.map((part) => (
        <PolicyJudgement key="part" part={part} />
      ))}
    </div>
  );
}

interface ChosenProps {
  chosen: ReturnType<typeof usePolicyExport>;
}

/** The fields for the browser, the form of the policy, and the way of installation. */
function PolicyTarget({ chosen }: ChosenProps) {
  const text = useText();
  const { browser, way, id, address, isIdGood, isAddressGood, isInstalled } = chosen;
  return (
    <>
      <div className="grid-2">
        <SelectField
          label={text('rollout_browser')}
          value={browser}
          choices={browsers}
          onChange={(value) =>
            chosen.setBrowser(browsers.find(([each]) => each === value)?.[0] ?? 'chrome')
          }
        />
        <SelectField
          label={text('rollout_way')}
          value={way}
          choices={exportWays
            .filter((each) => each !== 'google' || browser === 'chrome')
            .map((each) => [each, text(`rollout_way_${each}`)])}
          onChange={(value) => chosen.setWay(exportWays.find((each) => each === value) ?? 'linux')}
        />
      </div>
      <TextField
        label={text('rollout_id')}
        hint={text('rollout_id_hint')}
        value={id}
        error={isIdGood ? undefined : text('rollout_id_bad')}
        code
        onChange={chosen.setId}
      />
      {way !== 'google' && (
        <>
          <TextField
            label={text('rollout_update_url')}
            hint={text('rollout_update_url_hint')}
            value={address}
            error={isAddressGood ? undefined : text('rollout_update_url_bad')}
            placeholder={browser === 'edge' ? edgeStore : chromeStore}
            code
            onChange={chosen.setAddress}
          />
          {isInstalled && (
            <Toggle
              label={text('rollout_hosts')}
              hint={text('rollout_hosts_hint')}
              checked={chosen.withHosts}
              onChange={chosen.setWithHosts}
            />
          )}
        </>
      )}
    </>
  );
}

/** The choice of the settings that the policy sets. */
function PolicyNames({ chosen }: ChosenProps) {
  const text = useText();
  const { names, left, isTold, setName, setTold } = chosen;
  return (
    <>
      <Field label={text('rollout_names')} group>
        {() =>
          names.map((name) => (
            <Toggle
              key={name}
              label={name}
              checked={!left.has(name)}
              onChange={(isSet) => setName(name, isSet)}
            />
          ))
        }
      </Field>
      <Toggle
        label={text('rollout_disclosure')}
        hint={text('rollout_disclosure_hint')}
        checked={isTold}
        onChange={setTold}
      />
    </>
  );
}

function save(file: PolicyText): void {
  download(file.name, encode(file), 'application/octet-stream');
}

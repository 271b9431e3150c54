import { useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import { namesToSet, policyDocument } from '../../core/policy/document.ts';
import { isExtensionId, type PolicyBrowser, partOf } from '../../core/policy/file.ts';
import { chromeStore, edgeStore, neededHosts } from '../../core/policy/install.ts';
import { judge } from '../../core/policy/judge.ts';
import { encode, exportWays, type PolicyText, writePolicy } from '../../core/policy/write.ts';
import type { EffectiveSettings } from '../../core/settings/managed.ts';
import { extensionId, updateUrl } from '../../platform/about.ts';
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
import { usePolicySchema } from './use-policy-schema.ts';

const browsers: readonly (readonly [PolicyBrowser, string])[] = [
  ['chrome', 'Google Chrome'],
  ['edge', 'Microsoft Edge'],
  ['chromium', 'Chromium'],
];

/** What counts here, as a policy for everybody, in the form that their administrator hands out. */
export function PolicyExport({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const schema = usePolicySchema();
  const [browser, setBrowser] = useState<PolicyBrowser>('chrome');
  const [way, setWay] = useState<(typeof exportWays)[number]>('google');
  const [id, setId] = useState(extensionId);
  const [address, setAddress] = useState(() => updateUrl() ?? '');
  const [withHosts, setWithHosts] = useState(false);
  const [isTold, setTold] = useState(settings.policy.disclosureGiven);
  const all = { ...policyDocument(settings), disclosureGiven: true };
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(Object.keys(all).filter((name) => !namesToSet(all, settings).includes(name))),
  );
  const document = Object.fromEntries(
    Object.entries(all).filter(([name]) => (name === 'disclosureGiven' ? isTold : !left.has(name))),
  );
  const names = Object.keys(all).filter((name) => name !== 'disclosureGiven');
  const isIdGood = isExtensionId(id.trim());
  const isAddressGood = address.trim() === '' || /^https:\/\/./i.test(address.trim());
  const installation =
    address.trim() === ''
      ? undefined
      : {
          extensionId: id.trim(),
          updateUrl: address.trim(),
          allowedHosts: withHosts ? neededHosts(settings.connections, settings.sites) : [],
        };
  const written =
    isIdGood && isAddressGood
      ? writePolicy({
          way,
          browser,
          document,
          extensionId: id.trim(),
          installation,
          uuid: () => crypto.randomUUID(),
        })
      : undefined;
  const judged =
    schema &&
    judge({ format: 'settings', parts: [partOf(document)], installs: [], remarks: [] }, schema);
  if (names.length === 0) return <p className="soft">{text('rollout_nothing')}</p>;

  const chooseBrowser = (value: string) => {
    const chosen = browsers.find(([each]) => each === value)?.[0] ?? 'chrome';
    setBrowser(chosen);
    // Google's console is for Chrome; each browser has a store of its own.
    if (chosen !== 'chrome' && way === 'google') setWay('registry');
    if (address === chromeStore && chosen === 'edge') setAddress(edgeStore);
    if (address === edgeStore && chosen !== 'edge') setAddress(chromeStore);
  };
  return (
    <div className="fields">
      <div className="grid-2">
        <SelectField
          label={text('rollout_browser')}
          value={browser}
          choices={browsers}
          onChange={chooseBrowser}
        />
        <SelectField
          label={text('rollout_way')}
          value={way}
          choices={exportWays
            .filter((each) => each !== 'google' || browser === 'chrome')
            .map((each) => [each, text(`rollout_way_${each}`)])}
          onChange={(value) => setWay(exportWays.find((each) => each === value) ?? 'linux')}
        />
      </div>
      <TextField
        label={text('rollout_id')}
        hint={text('rollout_id_hint')}
        value={id}
        error={isIdGood ? undefined : text('rollout_id_bad')}
        code
        onChange={setId}
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
            onChange={setAddress}
          />
          {installation && (
            <Toggle
              label={text('rollout_hosts')}
              hint={text('rollout_hosts_hint')}
              checked={withHosts}
              onChange={setWithHosts}
            />
          )}
        </>
      )}
      <Field label={text('rollout_names')} group>
        {() =>
          names.map((name) => (
            <Toggle
              key={name}
              label={name}
              checked={!left.has(name)}
              onChange={(isSet) => {
                const next = new Set(left);
                if (isSet) next.delete(name);
                else next.add(name);
                setLeft(next);
              }}
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

function save(file: PolicyText): void {
  download(file.name, encode(file), 'application/octet-stream');
}

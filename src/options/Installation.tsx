import type { EffectiveSettings } from '../core/settings/managed.ts';
import { supportBundle } from '../launcher/support.ts';
import { extensionId, program, updateUrl } from '../platform/about.ts';
import { CopyButton } from '../ui/kit/CopyButton.tsx';
import { Facts } from '../ui/kit/Facts.tsx';
import { useText } from '../ui/kit/text.ts';
import { useBrowserName } from '../ui/kit/use-browser-name.ts';

/** The version, the browser, and what the organization's policy sets. */
export function InstallationFacts({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const browser = useBrowserName();
  const { policy } = settings;
  const from = updateUrl();
  return (
    <Facts
      facts={[
        { label: text('about_version'), value: program().version },
        { label: text('about_id'), value: extensionId(), code: true },
        { label: text('rollout_browser'), value: browser },
        ...limit(text('rollout_update_url'), from === undefined ? [] : [from]),
        {
          label: text('about_policy'),
          value: text(policy.names.length > 0 ? 'about_managed' : 'about_free'),
        },
        ...limit(text('about_names'), policy.names),
        ...limit(text('about_features'), policy.disabledFeatures),
        ...limit(text('about_sites'), policy.allowedSites),
        ...limit(text('about_flows'), policy.allowedFlows),
      ]}
    />
  );
}

/** The text for support where there is no launch to explain. */
export function InstallationBundle({ settings }: { settings: EffectiveSettings }) {
  const text = useText();
  const browser = useBrowserName();
  return (
    <CopyButton
      words
      label={text('support_bundle')}
      value={() => supportBundle(settings, browser)}
    />
  );
}

function limit(label: string, values: readonly string[] | undefined) {
  return values?.length ? [{ label, value: values.join(', ') }] : [];
}

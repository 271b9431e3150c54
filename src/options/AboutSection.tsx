import type { EffectiveSettings } from '../core/settings/managed.ts';
import { extensionId, extensionVersion } from '../platform/about.ts';
import { Facts } from '../ui/kit/Facts.tsx';
import { useText } from '../ui/kit/text.ts';
import { Section } from './fields/Section.tsx';

/** The version, and what the organization's policy says. */
export function AboutSection({ effective }: { effective: EffectiveSettings }) {
  const text = useText();
  const { policy } = effective;
  const isManaged = policy.names.length > 0;
  return (
    <Section id="about">
      <Facts
        facts={[
          { label: text('about_version'), value: extensionVersion() },
          { label: text('about_id'), value: extensionId(), code: true },
          { label: text('about_policy'), value: text(isManaged ? 'about_managed' : 'about_free') },
          ...limit(text('about_names'), policy.names),
          ...limit(text('about_features'), policy.disabledFeatures),
          ...limit(text('about_sites'), policy.allowedSites),
          ...limit(text('about_flows'), policy.allowedFlows),
        ]}
      />
      {isManaged && <p className="soft small">{text('about_withheld')}</p>}
    </Section>
  );
}

function limit(label: string, values: readonly string[] | undefined) {
  return values?.length ? [{ label, value: values.join(', ') }] : [];
}

import type { EffectiveSettings } from '../core/settings/managed.ts';
import { useText } from '../ui/kit/text.ts';
import { Section } from './fields/Section.tsx';
import { InstallationBundle, InstallationFacts } from './Installation.tsx';

/** The section with the versions and the state of the organization's policy. */
export function AboutSection({ effective }: { effective: EffectiveSettings }) {
  const text = useText();
  return (
    <Section id="about">
      <InstallationFacts settings={effective} />
      <div className="row">
        <InstallationBundle settings={effective} />
      </div>
      {effective.policy.names.length > 0 && <p className="soft small">{text('about_withheld')}</p>}
    </Section>
  );
}

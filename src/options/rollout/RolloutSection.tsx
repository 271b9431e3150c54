import { Suspense } from 'react';
import { isOffered } from '../../core/settings/managed.ts';
import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { lazily } from '../../ui/kit/lazily.ts';
import { useText } from '../../ui/kit/text.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';

// Few people open these.
const PolicyExport = lazily(async () => (await import('./PolicyExport.tsx')).PolicyExport);
const PolicyReader = lazily(async () => (await import('./PolicyReader.tsx')).PolicyReader);
const Health = lazily(async () => (await import('./Health.tsx')).Health);
const ClientCode = lazily(async () => (await import('./ClientCode.tsx')).ClientCode);

/** The section for administrators: the settings as a policy, a policy in words, the OAuth client as code, the health. */
export function RolloutSection({ effective }: SettingsEditor) {
  const text = useText();
  return (
    <Section id="rollout">
      {isOffered(effective, 'export') && (
        <Disclosure label={text('rollout_policy')}>
          <Suspense>
            <PolicyExport settings={effective} />
          </Suspense>
        </Disclosure>
      )}
      <Disclosure label={text('rollout_read')}>
        <Suspense>
          <PolicyReader settings={effective} />
        </Suspense>
      </Disclosure>
      {effective.connections.length > 0 && (
        <Disclosure label={text('rollout_code')}>
          <Suspense>
            <ClientCode settings={effective} />
          </Suspense>
        </Disclosure>
      )}
      <Disclosure label={text('rollout_health')}>
        <Suspense>
          <Health settings={effective} />
        </Suspense>
      </Disclosure>
    </Section>
  );
}

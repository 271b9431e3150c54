import { lazy, Suspense } from 'react';
import { isOffered } from '../../core/settings/managed.ts';
import { Disclosure } from '../../ui/kit/Disclosure.tsx';
import { useText } from '../../ui/kit/text.ts';
import { Section } from '../fields/Section.tsx';
import type { SettingsEditor } from '../use-settings.ts';

// Loaded when they are opened: few people do.
const PolicyExport = lazy(async () => {
  const { PolicyExport } = await import('./PolicyExport.tsx');
  return { default: PolicyExport };
});
const PolicyReader = lazy(async () => {
  const { PolicyReader } = await import('./PolicyReader.tsx');
  return { default: PolicyReader };
});
const Health = lazy(async () => {
  const { Health } = await import('./Health.tsx');
  return { default: Health };
});
const ClientCode = lazy(async () => {
  const { ClientCode } = await import('./ClientCode.tsx');
  return { default: ClientCode };
});

/** For administrators: the settings for everybody, a policy in plain words, and the client as code. */
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

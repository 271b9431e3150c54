import { useState } from 'react';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { harOf } from '../../core/diagnosis/launch-export.ts';
import type { Creator } from '../../core/launch/har.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { type EffectiveSettings, isOffered } from '../../core/settings/managed.ts';
import type { LauncherPage } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { CopyAs } from '../kit/CopyAs.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { download } from '../kit/download.ts';
import { useText } from '../kit/text.ts';
import { useBrowserName } from '../kit/use-browser-name.ts';
import { bundleOfView } from './bundle-of-view.ts';

interface SupportExportsProps {
  launch: Launch;
  diagnosis: Diagnosis | undefined;
  settings: EffectiveSettings;
  program: Creator;
  page: LauncherPage;
}

/** What support asks for: request and answer as an HTTP archive, and a text with everything about the launch. */
export function SupportExports({
  launch,
  diagnosis,
  settings,
  program,
  page,
}: SupportExportsProps) {
  const text = useText();
  const [withCustomerData, setWithCustomerData] = useState(false);
  const browser = useBrowserName();
  const findings = diagnosis?.findings ?? [];
  const bundle = () =>
    bundleOfView({ launch, findings, browser, settings, program, page }, withCustomerData);
  return (
    <section className="support" aria-label={text('support_title')}>
      <div className="row">
        {isOffered(settings, 'export') && (
          <Button
            disabled={launch.request === undefined}
            onClick={() => download(`launch-${launch.id}.har`, harOf(launch, program))}
          >
            {text('support_har')}
          </Button>
        )}
        <CopyButton words label={text('support_bundle')} value={bundle} />
      </div>
      {launch.request && <CopyAs request={launch.request} />}
      <label className="support-choice">
        <input
          type="checkbox"
          checked={withCustomerData}
          onChange={({ target }) => setWithCustomerData(target.checked)}
        />
        <span>{text('support_customer_data')}</span>
      </label>
      <p className="soft">{text('support_hint')}</p>
    </section>
  );
}

import type { Finding } from '../../core/base/finding.ts';
import { correlationId } from '../../core/base/http.ts';
import { adminRequest, forAdministrator } from '../../core/diagnosis/admin-request.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useText } from '../kit/text.ts';
import { useBrowserName } from '../kit/use-browser-name.ts';

interface FailureCopiesProps {
  launch: Launch;
  findings: readonly Finding[];
  state: Pick<LauncherState, 'session' | 'settings' | 'program' | 'page'>;
}

/** Buttons that copy what a person sends to the administrator or to support about a failed launch. */
export function FailureCopies({ launch, findings, state }: FailureCopiesProps) {
  const text = useText();
  const browser = useBrowserName();
  const { session } = state;
  const missing = forAdministrator(findings);
  const correlation = launch.answer && correlationId(launch.answer);
  return (
    <>
      {missing.length > 0 && (
        <CopyButton
          words
          label={text('admin_request_copy')}
          value={() => adminRequest({ launch, session }, missing, text)}
        />
      )}
      {correlation && (
        <CopyButton
          words
          label={text('output_copy', { name: text('detail_correlation') })}
          value={correlation}
        />
      )}
      <CopyButton
        words
        label={text('support_bundle')}
        value={async () => {
          const { bundleOfView } = await import('./bundle-of-view.ts');
          return bundleOfView({ launch, findings, browser, ...state }, false);
        }}
      />
    </>
  );
}

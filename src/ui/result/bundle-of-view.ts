import type { Finding } from '../../core/base/finding.ts';
import { bundleOf } from '../../core/diagnosis/launch-export.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { LauncherState } from '../../core/view/launcher.ts';

interface Shown extends Pick<LauncherState, 'settings' | 'program' | 'page'> {
  launch: Launch;
  findings: readonly Finding[];
  /** The browser's name and version. */
  browser: string;
}

/** The text for support about the launch that a view shows. */
export function bundleOfView(shown: Shown, withCustomerData: boolean): string {
  const { launch, findings, browser, settings, program, page } = shown;
  const context = {
    program,
    // The host of an extension's page is the extension's ID.
    extensionId: location.host,
    browser,
    at: Date.now(),
    settings,
    findings,
    page: page.state === 'read' ? page.context : undefined,
  };
  return bundleOf(launch, context, withCustomerData);
}

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

/** The launch that a view shows, for support: everything that bears on it, in text. */
export function bundleOfView(shown: Shown, withCustomerData: boolean): string {
  const { launch, findings, browser, settings, program, page } = shown;
  const context = {
    program,
    // Pages of an extension have its ID for a host.
    extensionId: location.host,
    browser,
    at: Date.now(),
    settings,
    findings,
    page: page.state === 'read' ? page.context : undefined,
  };
  return bundleOf(launch, context, withCustomerData);
}

import './feedback.css';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './text.ts';

/** One further cause, explained. */
export interface FindingView {
  readonly cause: string;
  readonly evidence?: string | undefined;
  readonly remedy?: string | undefined;
}

interface FailureAlertProps {
  /** The first line: why it did not happen. */
  cause: string;
  /** The second line: what to do about it. */
  remedy: string;
  /** How sure the cause is, and why. */
  note?: ReactNode;
  findings?: readonly FindingView[];
  /** Buttons that do what the remedy says. */
  actions?: ReactNode;
  /** Makes the text for support, which the person can copy. */
  support?: (() => Promise<string>) | undefined;
  /** True while another cause may still take the place of this one: screen readers stay silent. */
  isPassing?: boolean;
}

/** Why something did not happen. Screen readers announce cause and remedy, once; the rest can be read after them. */
export function FailureAlert(props: FailureAlertProps) {
  const { cause, remedy, note, findings = [], actions, support, isPassing = false } = props;
  const text = useText();
  return (
    <div className="notice notice-bad">
      <Icon name="alert" />
      <div className="notice-body">
        {/* The key makes it a new element when it becomes an alert: an alert speaks only of words that come with it. */}
        <div key={String(isPassing)} role={isPassing ? undefined : 'alert'}>
          <p className="notice-title">{cause}</p>
          <p>{remedy}</p>
        </div>
        {note && <p className="finding-evidence">{note}</p>}
        {findings.length > 0 && (
          <ul className="findings">
            {findings.map((finding) => (
              <li key={finding.cause}>
                <p className="finding-title">{finding.cause}</p>
                {finding.remedy && <p>{finding.remedy}</p>}
                {finding.evidence && <p className="finding-evidence">{finding.evidence}</p>}
              </li>
            ))}
          </ul>
        )}
        {(actions || support) && (
          <div className="row">
            {actions}
            {support && <CopyButton words label={text('support_bundle')} value={support} />}
          </div>
        )}
      </div>
    </div>
  );
}

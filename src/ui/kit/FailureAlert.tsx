import './feedback.css';
import type { ReactNode } from 'react';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './text.ts';

/** One explained cause among others. */
export interface FindingView {
  readonly cause: string;
  readonly evidence?: string | undefined;
  readonly remedy?: string | undefined;
}

interface FailureAlertProps {
  /** First line: why it did not happen. */
  cause: string;
  /** Second line: what to do about it. */
  remedy: string;
  /** How sure that is, and why. */
  note?: ReactNode;
  findings?: readonly FindingView[];
  /** Buttons that do what the remedy says. */
  actions?: ReactNode;
  /** What support asks for, to be copied. */
  support?: (() => Promise<string>) | undefined;
  /** It is not read out yet: what is said may become another. */
  isPassing?: boolean;
}

/**
 * Why something did not happen. Cause and remedy are read out, once; how sure they are, what else may
 * be and the buttons can be read after them.
 */
export function FailureAlert(props: FailureAlertProps) {
  const { cause, remedy, note, findings = [], actions, support, isPassing = false } = props;
  const text = useText();
  return (
    <div className="notice notice-bad">
      <Icon name="alert" />
      <div className="notice-body">
        {/* Another element, or its words would have been there before it became an alert. */}
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

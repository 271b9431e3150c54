import './feedback.css';
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';

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
}

export function FailureAlert({ cause, remedy, note, findings = [], actions }: FailureAlertProps) {
  return (
    <div className="notice notice-bad" role="alert">
      <Icon name="alert" />
      <div className="notice-body">
        <p className="notice-title">{cause}</p>
        <p>{remedy}</p>
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
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}

import './feedback.css';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Spinner } from './Spinner.tsx';

export type Tone = 'info' | 'good' | 'warn' | 'bad';

interface NoticeProps {
  tone?: Tone;
  title?: string;
  /** True while something is in progress. */
  busy?: boolean;
  /** True where screen readers announce it when it appears; leave it out for a notice that is there from the start. */
  live?: boolean;
  /** Buttons under the words. */
  actions?: ReactNode;
  children?: ReactNode;
}

const icons: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'alert', bad: 'alert' };

/** Something to know beside the work at hand. Use `FailureAlert` for what went wrong. */
export function Notice({ tone = 'info', title, busy, live, actions, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`}>
      {busy ? <Spinner /> : <Icon name={icons[tone]} />}
      <div className="notice-body">
        {/* Without the buttons: a screen reader would announce their names, too. */}
        <div className="notice-words" role={live ? 'status' : undefined}>
          {title && <p className="notice-title">{title}</p>}
          {children}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
    </div>
  );
}

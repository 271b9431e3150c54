import { useEffect, useState } from 'react';
import type { FindingAction } from '../../core/base/finding.ts';
import { Button } from '../kit/Button.tsx';
import { Icon } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';
import { labelOf } from './output.ts';

export interface RemedyProps {
  action: FindingAction;
  /** The address of the flow in Architect, the only page of Genesys Cloud whose address Kickoff knows. */
  architectHref: string | undefined;
  /** Whether the person may change the connection. */
  canChangeConnection: boolean;
  /** When the answer came, in milliseconds since 1970. */
  answeredAt: number | undefined;
  onRemedy: (action: FindingAction) => void;
}

/** The button that does what a finding proposes; nothing where Kickoff cannot do it for the person. */
export function Remedy({ action, ...props }: RemedyProps) {
  const { architectHref, canChangeConnection, answeredAt, onRemedy } = props;
  const text = useText();
  switch (action.kind) {
    case 'edit-input':
      return (
        <Button onClick={() => onRemedy(action)}>
          {text('remedy_edit_input', { input: labelOf(action.input) })}
        </Button>
      );
    case 'switch-request-format':
      return canChangeConnection ? (
        <Button icon="swap" onClick={() => onRemedy(action)}>
          {text('remedy_switch_format', { key: action.inputsKey })}
        </Button>
      ) : null;
    case 'sign-in':
      return <Button onClick={() => onRemedy(action)}>{text('remedy_sign_in')}</Button>;
    case 'pick-flow':
      return <Button onClick={() => onRemedy(action)}>{text('remedy_pick_flow')}</Button>;
    case 'open-admin':
      return action.page === 'flow' && architectHref !== undefined ? (
        <a className="link-button" href={architectHref} target="_blank" rel="noopener noreferrer">
          {text('remedy_open_flow')}
          <Icon name="external" />
        </a>
      ) : null;
    case 'wait':
      return (
        <Wait until={(answeredAt ?? 0) + action.seconds * 1000} onOver={() => onRemedy(action)} />
      );
  }
}

/** A button that is disabled until a time, and counts down to it. */
function Wait({ until, onOver }: { until: number; onOver: () => void }) {
  const text = useText();
  const [now, setNow] = useState(() => Date.now());
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  const isOver = seconds === 0;

  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isOver]);

  return (
    <Button icon="clock" disabled={!isOver} onClick={onOver}>
      {isOver ? text('remedy_wait_over') : text('remedy_wait', { seconds })}
    </Button>
  );
}

import './check.css';
import { useState } from 'react';
import type { CheckLine } from '../../core/session/check-lines.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { connectionCheckOf } from '../../platform/keys/check.ts';
import { ask } from '../../platform/messages.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Icon } from '../../ui/kit/Icon.tsx';
import { Spinner } from '../../ui/kit/Spinner.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';

/** Everything that launching needs, line by line; what fails says who can put it right, and where. */
export function ConnectionCheck({ connection }: { connection: Connection }) {
  const text = useText();
  const key = connectionKey(connection);
  const check = useStored(connectionCheckOf(key), `check ${key}`);
  const [isBusy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    await ask('checkConnection', { connection: connection.name });
    setBusy(false);
  };
  return (
    <div className="check">
      <div className="row">
        <Button busy={isBusy} onClick={() => void run()}>
          {text('check_connection')}
        </Button>
      </div>
      {check && (
        <ul className="check-lines" aria-label={text('check_connection')} aria-live="polite">
          {check.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({ line }: { line: CheckLine }) {
  const text = useText();
  const { id, state, params, problem } = line;
  const words = state === 'good' ? text(`check_${id}_good`, params) : text(`check_${id}`);
  const key = problem && (`check_problem_${problem.code}` as const);
  return (
    <li className={`check-line check-${state}`}>
      <Mark state={state} />
      <div>
        <p>
          {words}
          <span className="for-ears">: {text(`check_state_${state}`)}</span>
        </p>
        {state === 'unneeded' && <p className="soft small">{text('check_unneeded_pick')}</p>}
        {key && <p className="small">{text(key, problem.params)}</p>}
        {key && <p className="soft small">{text(`${key}_remedy`, problem.params)}</p>}
      </div>
    </li>
  );
}

function Mark({ state }: { state: CheckLine['state'] }) {
  if (state === 'checking') return <Spinner />;
  const icons = {
    waiting: 'clock',
    good: 'check',
    unneeded: 'check',
    warn: 'alert',
    bad: 'cross',
  } as const;
  return <Icon name={icons[state]} />;
}

import './check.css';
import { useState } from 'react';
import type { Text } from '../../core/base/text.ts';
import type { CheckLine } from '../../core/session/check-lines.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { connectionCheckOf } from '../../platform/keys/check.ts';
import { ask } from '../../platform/messages.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { Icon } from '../../ui/kit/Icon.tsx';
import { Spinner } from '../../ui/kit/Spinner.tsx';
import { useText } from '../../ui/kit/text.ts';
import { useStored } from '../use-stored.ts';

/** The check of everything that a launch needs, line by line. A failed line says who can put it right, and where. */
export function ConnectionCheck({ connection }: { connection: Connection }) {
  const text = useText();
  const key = connectionKey(connection);
  const check = useStored(connectionCheckOf(key), `check ${key}`);
  const [isBusy, setBusy] = useState(false);
  // Screen readers do not announce a result that was there before.
  const [hasRun, setHasRun] = useState(false);
  const run = async () => {
    setBusy(true);
    await ask('checkConnection', { connection: connection.name });
    setBusy(false);
    setHasRun(true);
  };
  return (
    <div className="check">
      <div className="row">
        <Button busy={isBusy} onClick={() => void run()}>
          {text('check_connection')}
        </Button>
      </div>
      {/* One summary at the end: line by line, a screen reader would speak for as long as the check takes. */}
      <p role="status" className="for-ears">
        {hasRun && !isBusy && check && summaryOf(check.lines, text)}
      </p>
      {check && (
        <ul className="check-lines" aria-label={text('check_connection')}>
          {check.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
    </div>
  );
}

function summaryOf(lines: readonly CheckLine[], text: Text): string {
  const wrong = lines.filter(({ problem }) => problem !== undefined);
  if (wrong.length === 0) return text('check_summary_good', { count: lines.length });
  const problems = wrong.map(({ id }) => text(`check_${id}`)).join(', ');
  return text('check_summary_bad', { problems });
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

import './preflight.css';
import { useEffect, useRef } from 'react';
import type { MessageKey } from '../../core/base/text.ts';
import type { PreflightLine } from '../../core/diagnosis/preflight.ts';
import { isStopped } from '../../core/diagnosis/stopped.ts';
import { Button } from '../kit/Button.tsx';
import { Disclosure } from '../kit/Disclosure.tsx';
import { Icon, type IconName } from '../kit/Icon.tsx';
import { useText } from '../kit/text.ts';

interface PreflightProps {
  lines: readonly PreflightLine[];
  /** How often the person has tried to launch in vain. */
  attempts: number;
  /** Whether a launch waits until Kickoff has read the page. */
  isHeld: boolean;
  /** Whether the person launched the same a moment ago. */
  isRepeated: boolean;
  /** Launches in spite of the problems; undefined where the person cannot have meant the launch. */
  onLaunchAnyway: (() => void) | undefined;
}

/** The checks before a launch: one line where all is well, else the problems. */
export function Preflight({ lines, attempts, isHeld, isRepeated, onLaunchAnyway }: PreflightProps) {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  const problems = lines.filter(({ state }) => state === 'problem' || state === 'doubt');
  const others = lines.filter((line) => !problems.includes(line));
  const isStoppedElsewhere = isStopped(lines.filter(isElsewhere));
  const offersAnyway = isRepeated || isStoppedElsewhere || (attempts > 0 && isStopped(lines));

  // An input shows its own error and takes the focus, so the focus comes here only for other problems.
  useEffect(() => {
    if (attempts > 0 && isStoppedElsewhere) root.current?.focus();
  }, [attempts, isStoppedElsewhere]);

  return (
    <section className="preflight" ref={root} tabIndex={-1} aria-label={text('preflight_title')}>
      <Disclosure label={text(summaryOf(lines))}>
        <Lines lines={others} />
      </Disclosure>
      {/* It is there from the start, because a live region speaks only of changes in it. */}
      <span role="status" className="for-ears">
        {attempts > 0 &&
          isStopped(lines) &&
          problems.map((line) => text(line.words, line.params)).join(' ')}
      </span>
      {isHeld && <p role="status">{text('preflight_page_reading')}</p>}
      {problems.length > 0 && <Lines lines={problems} />}
      {offersAnyway && onLaunchAnyway && (
        <div className="row">
          <Button onClick={onLaunchAnyway}>{text('launch_anyway')}</Button>
        </div>
      )}
    </section>
  );
}

/** Whether a check is about something other than the fields of the form, which mark their problems themselves. */
function isElsewhere({ code }: PreflightLine): boolean {
  return code !== 'inputs' && code !== 'customer';
}

const icons: Record<PreflightLine['state'], IconName> = {
  ok: 'check',
  problem: 'alert',
  doubt: 'alert',
  unknown: 'info',
};

function Lines({ lines }: { lines: readonly PreflightLine[] }) {
  const text = useText();
  return (
    <ul className="preflight-lines">
      {lines.map((line) => (
        <li key={line.code} className={`preflight-${line.state}`}>
          <Icon name={icons[line.state]} />
          <span>{text(line.words, line.params)}</span>
        </li>
      ))}
    </ul>
  );
}

function summaryOf(lines: readonly PreflightLine[]): MessageKey {
  const has = (state: PreflightLine['state']) => lines.some((line) => line.state === state);
  if (isStopped(lines.filter(isElsewhere))) return 'preflight_stopped';
  if (isStopped(lines)) return 'preflight_incomplete';
  if (has('doubt')) return 'preflight_check';
  return has('unknown') ? 'preflight_ready_unknown' : 'preflight_ready';
}

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
  /** How often a launch was tried in vain. */
  attempts: number;
  /** A launch waits until the page was read. */
  isHeld: boolean;
  /** The same was launched a moment ago. */
  isRepeated: boolean;
  /** A launch in spite of what is wrong; undefined where even that would not be meant. */
  onLaunchAnyway: (() => void) | undefined;
}

/** What is known of a launch before it is made: one line when all is well, else what is not. */
export function Preflight({ lines, attempts, isHeld, isRepeated, onLaunchAnyway }: PreflightProps) {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  const odd = lines.filter(({ state }) => state === 'problem' || state === 'doubt');
  const others = lines.filter((line) => !odd.includes(line));
  const isStoppedElsewhere = isStopped(lines.filter(isElsewhere));
  const isAskedFor = isRepeated || isStoppedElsewhere || (attempts > 0 && isStopped(lines));

  // What is wrong with an input is shown, and focused, at the input.
  useEffect(() => {
    if (attempts > 0 && isStoppedElsewhere) root.current?.focus();
  }, [attempts, isStoppedElsewhere]);

  return (
    <section className="preflight" ref={root} tabIndex={-1} aria-label={text('preflight_title')}>
      <Disclosure label={text(summaryOf(lines))}>
        <Lines lines={others} />
      </Disclosure>
      {/* There from the start: a live region speaks only of what changes in it. */}
      <span role="status" className="for-ears">
        {attempts > 0 &&
          isStopped(lines) &&
          odd.map((line) => text(line.words, line.params)).join(' ')}
      </span>
      {isHeld && <p role="status">{text('preflight_page_reading')}</p>}
      {odd.length > 0 && <Lines lines={odd} />}
      {isAskedFor && onLaunchAnyway && (
        <div className="row">
          <Button onClick={onLaunchAnyway}>{text('launch_anyway')}</Button>
        </div>
      )}
    </section>
  );
}

/** Not in the form itself, where it is marked. */
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

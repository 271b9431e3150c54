import { useEffect, useRef } from 'react';
import type { Launching } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { useText } from '../kit/text.ts';

interface AtOnceProps {
  launching: Launching & { step: 'counting' };
  onStop: () => void;
}

/** Says what Kickoff is about to launch at once, as long as the person can stop it. */
export function AtOnce({ launching, onStop }: AtOnceProps) {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  // Any key stops the launch; the focus shows that the button does, too.
  useEffect(() => root.current?.querySelector<HTMLElement>('button')?.focus(), []);
  const { from, until, start } = launching;
  const values = Object.values(start.inputData ?? {})
    .flat()
    .map(String)
    .join(', ');
  return (
    <section ref={root} className="at-once" aria-label={text('at_once_title')}>
      <p role="status">
        {values === ''
          ? text('at_once_launching', { flow: start.flowName })
          : text('at_once_launching_with', { flow: start.flowName, values })}
      </p>
      <progress
        className="at-once-time"
        style={{ animationDuration: `${until - from}ms` }}
        aria-hidden="true"
      />
      <Button icon="stop" onClick={onStop}>
        {text('at_once_stop')}
      </Button>
    </section>
  );
}

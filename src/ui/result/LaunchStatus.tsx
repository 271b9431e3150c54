import { type MouseEvent, useEffect, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import { architectInstanceUrl } from '../../core/flow/architect.ts';
import { type Launch, secondsToWait } from '../../core/launch/launch.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import { Button } from '../kit/Button.tsx';
import { formatMoment } from '../kit/format.ts';
import { Icon } from '../kit/Icon.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';

interface LaunchStatusProps {
  launch: Launch;
  /** The address of the web application with Architect, where the environment has one. */
  apps: string | undefined;
  actions: Pick<LauncherActions, 'cancelLaunch' | 'lookAgain'>;
}

/** What the state of a launch does not say: that it waits, that Kickoff looks for it, that it ran twice. */
export function LaunchStatus({ launch, apps, actions }: LaunchStatusProps) {
  const { state, inFlight, waiting, instances = [] } = launch;
  if (state === 'sending' && !inFlight) {
    return <Waiting until={waiting?.until} onCancel={actions.cancelLaunch} />;
  }
  if (state === 'unknown') return <LookUpNotice launch={launch} onLook={actions.lookAgain} />;
  return instances.length > 0 ? <Instances instances={instances} apps={apps} /> : null;
}

/** A launch that is not sent yet, because the person has to sign in or the server asked to wait. */
function Waiting({ until, onCancel }: { until: number | undefined; onCancel: () => void }) {
  const text = useText();
  const seconds = useSecondsUntil(until);
  const cancel = <Button onClick={leaving(onCancel)}>{text('launch_cancel')}</Button>;
  return (
    <Notice busy actions={cancel}>
      {until === undefined ? text('launch_not_sent') : text('launch_waiting', { seconds })}
    </Notice>
  );
}

/** Does what a button says that is gone then: the focus goes on to `New launch`, which launches nothing. */
function leaving(act: () => void) {
  return ({ currentTarget }: MouseEvent) => {
    const result = currentTarget.closest('.result');
    result?.querySelector<HTMLElement>('[data-new-launch]')?.focus({ preventScroll: true });
    act();
  };
}

function useSecondsUntil(until: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === undefined) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return secondsToWait(until ?? now, now);
}

function LookUpNotice({ launch, onLook }: { launch: Launch; onLook: () => void }) {
  const text = useText();
  const { lookUp } = launch;
  if (!lookUp?.over) {
    return (
      <Notice busy live>
        {text('launch_looking')}
      </Notice>
    );
  }
  const { cause, remedy } = explain(
    lookUp.failure ?? { code: 'look-up-nothing', params: {} },
    text,
  );
  return (
    <Notice
      tone="warn"
      title={cause}
      live
      actions={<Button onClick={leaving(onLook)}>{text('launch_look_again')}</Button>}
    >
      {remedy}
    </Notice>
  );
}

/** The executions that the history has for a launch; more than one means that Genesys Cloud ran it twice. */
function Instances({
  instances,
  apps,
}: {
  instances: NonNullable<Launch['instances']>;
  apps: string | undefined;
}) {
  const text = useText();
  const isTwice = instances.length > 1;
  const links = instances.map(({ id, startDateTime }) => {
    const label = startDateTime === undefined ? id : formatMoment(Date.parse(startDateTime));
    const href = architectInstanceUrl(apps, id);
    return (
      <li key={id}>
        {href === undefined ? (
          <code>{id}</code>
        ) : (
          <a href={href} target="_blank" rel="noopener noreferrer" title={id}>
            {label}
            <Icon name="external" />
          </a>
        )}
      </li>
    );
  });
  return (
    <Notice
      tone={isTwice ? 'bad' : 'info'}
      live={isTwice}
      title={isTwice ? text('launch_twice', { count: instances.length }) : text('launch_found')}
    >
      <ul className="dashes">{links}</ul>
    </Notice>
  );
}

import { type KeyboardEvent, useState } from 'react';
import { toCurl } from '../../core/launch/curl.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useText } from '../kit/text.ts';
import { isLaunchKey, useKeyDown } from '../kit/use-key-down.ts';
import { AskAgain } from './AskAgain.tsx';

interface ResultActionsProps {
  launch: Launch;
  actions: Pick<LauncherActions, 'happen' | 'launchAgain'>;
}

/**
 * The buttons of a result: begin a new launch (also with the key of `Launch`), put the same launch into the form again,
 * copy the request. None of them launches. Where Kickoff does not know whether the launch happened, the first two ask
 * first.
 */
export function ResultActions({ launch, actions }: ResultActionsProps) {
  const text = useText();
  const [asked, setAsked] = useState<() => void>();
  const { state, flow, request } = launch;
  const goOn = (way: () => void): void => {
    if (state === 'unknown') setAsked(() => way);
    else way();
  };
  const isSending = state === 'sending';
  const newLaunch = () => goOn(() => actions.happen({ type: 'launch-closed' }));
  useKeyDown((event) => {
    if (isSending || !isLaunchKey(event)) return;
    event.preventDefault();
    newLaunch();
  });
  return (
    <>
      <Button
        variant="primary"
        icon="plus"
        busy={isSending}
        data-new-launch
        aria-keyshortcuts="Control+Enter Meta+Enter"
        onKeyDown={onlyOnce}
        onClick={newLaunch}
      >
        {text('result_new')}
      </Button>
      <Button icon="redo" disabled={isSending} onClick={() => goOn(actions.launchAgain)}>
        {text('result_again')}
      </Button>
      {request && (
        <CopyButton words label={text('result_copy_curl')} value={() => toCurl(request)} />
      )}
      {asked && (
        <AskAgain flowName={flow.name} onConfirm={asked} onCancel={() => setAsked(undefined)} />
      )}
    </>
  );
}

/** Ignores a held Enter: the person may still hold the key that launched when the result comes. */
function onlyOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

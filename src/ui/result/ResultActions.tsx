import { type KeyboardEvent, useEffect, useState } from 'react';
import { toCurl } from '../../core/launch/curl.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import { Button } from '../kit/Button.tsx';
import { CopyButton } from '../kit/CopyButton.tsx';
import { useText } from '../kit/text.ts';
import { AskAgain } from './AskAgain.tsx';

interface ResultActionsProps {
  launch: Launch;
  actions: Pick<LauncherActions, 'happen' | 'launchAgain'>;
}

/**
 * What can be done with a launch: a new one, which Ctrl+Enter begins, too; the same once more, in the
 * form; the request copied. None of them launches. Where it is not known whether the launch was made,
 * the first two ask before.
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
  useLaunchKey(isSending ? undefined : newLaunch);
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

/** The key that launched may still be held when the result comes. */
function onlyOnce(event: KeyboardEvent): void {
  if (event.repeat && event.key === 'Enter') event.preventDefault();
}

/** The key of the button `Launch`, wherever the focus is. */
function useLaunchKey(press: (() => void) | undefined): void {
  useEffect(() => {
    if (press === undefined) return;
    const onKeyDown = (event: globalThis.KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      event.preventDefault();
      press();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [press]);
}

import { connectionInUse } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { LauncherFailure } from '../shell/LauncherFailure.tsx';
import { WhatIsRead } from './WhatIsRead.tsx';

interface SignInPanelProps {
  state: LauncherState;
  actions: LauncherActions;
}

/** The buttons to sign in, and why the last sign-in failed. */
export function SignInPanel({ state, actions }: SignInPanelProps) {
  const text = useText();
  const { signIn } = state;
  const isUnderWay = signIn?.state === 'signing-in';
  return (
    <div className="step">
      <p className="soft">{text('sign_in_hint')}</p>
      <WhatIsRead
        isDisclosed={state.settings.isDisclosed}
        connection={connectionInUse(state.settings)}
      />
      <Button variant="primary" busy={isUnderWay} onClick={actions.signIn} autoFocus>
        {text('sign_in')}
      </Button>
      {/* After a sign-out the login server may still know the person, and would sign them in again. */}
      <Button disabled={isUnderWay} onClick={actions.useAnotherAccount}>
        {text('use_another_account')}
      </Button>
      {/* Below the buttons, which must not move away from the pointer. */}
      <div role="status">{isUnderWay && <Notice busy>{text('signing_in')}</Notice>}</div>
      {signIn?.failure && (
        <LauncherFailure failure={signIn.failure} support={actions.supportBundle} />
      )}
    </div>
  );
}

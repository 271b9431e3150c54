import { useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Failure } from '../../core/base/failure.ts';
import { type Connection, connectionKey } from '../../core/settings/settings.ts';
import { askForHosts } from '../../platform/host-access.ts';
import { sessionOf, signInOf } from '../../platform/keys/connection.ts';
import { settingsSoon } from '../../platform/keys/settings.ts';
import { ask } from '../../platform/messages.ts';
import { Button } from '../../ui/kit/Button.tsx';
import { FailureAlert } from '../../ui/kit/FailureAlert.tsx';
import { Notice } from '../../ui/kit/Notice.tsx';
import { useText } from '../../ui/kit/text.ts';
import { WhatIsRead } from '../../ui/set-up/WhatIsRead.tsx';
import { useStored } from '../use-stored.ts';

/** Who is signed in to a connection, and the buttons to sign in and out. */
export function SignInControls({ connection }: { connection: Connection }) {
  const text = useText();
  const key = connectionKey(connection);
  const session = useStored(sessionOf(key), `session ${key}`);
  const signIn = useStored(signInOf(key), `sign-in ${key}`);
  const settings = useStored(settingsSoon, 'settings');
  const [signOutFailure, setSignOutFailure] = useState<Failure>();
  // The button that signs out is gone then, and the focus goes to the one that signs in.
  const [isSignedOutHere, setSignedOutHere] = useState(false);

  const signOut = async () => {
    setSignedOutHere(true);
    const outcome = await ask('signOut', { connection: connection.name });
    setSignOutFailure(outcome.ok ? undefined : outcome.failure);
  };
  const beginSignIn = async (asksWho: boolean) => {
    await askForHosts(connection.environment);
    await ask('signIn', { connection: connection.name, asksWho });
  };
  const failure = signOutFailure ?? signIn?.failure;
  return (
    <div className="sign-in">
      {session ? (
        <Notice
          tone="good"
          live
          actions={
            <>
              <Button onClick={() => void signOut()}>{text('sign_out')}</Button>
              <Button onClick={() => void beginSignIn(true)}>{text('use_another_account')}</Button>
            </>
          }
        >
          {text('signed_in_as', {
            user: session.user?.name || session.user?.email || text('signed_in_unknown'),
            organization: session.organization?.name || text('signed_in_unknown_org'),
          })}{' '}
          {session.idleMinutes && text('signed_in_idle', { minutes: session.idleMinutes })}
        </Notice>
      ) : (
        <>
          <WhatIsRead isDisclosed={settings?.isDisclosed} connection={connection} />
          <Button
            variant="primary"
            autoFocus={isSignedOutHere}
            busy={signIn?.state === 'signing-in'}
            onClick={() => void beginSignIn(false)}
          >
            {text('sign_in')}
          </Button>
        </>
      )}
      {failure && <FailureAlert {...explain(failure, text)} />}
    </div>
  );
}

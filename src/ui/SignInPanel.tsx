import type { DeskActions, DeskFacts } from '../core/desk.ts';
import { explain } from '../core/explain.ts';
import { Button } from './Button.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { Notice } from './Notice.tsx';
import { useText } from './text.ts';

interface SignInPanelProps {
  facts: DeskFacts;
  actions: DeskActions;
}

export function SignInPanel({ facts, actions }: SignInPanelProps) {
  const text = useText();
  const { signIn } = facts;
  const isUnderWay = signIn?.state === 'signing-in';
  return (
    <div className="step">
      <p className="soft">{text('sign_in_hint')}</p>
      <Button variant="primary" busy={isUnderWay} onClick={actions.signIn} autoFocus>
        {text('sign_in')}
      </Button>
      {/* Under the button, which must not move away from the pointer. */}
      <div role="status">{isUnderWay && <Notice busy>{text('signing_in')}</Notice>}</div>
      {signIn?.failure && <FailureAlert {...explain(signIn.failure, text)} />}
    </div>
  );
}

import './launcher.css';
import type { DeskActions, DeskFacts } from '../core/desk.ts';
import { explain } from '../core/explain.ts';
import { connectionInUse } from '../core/settings.ts';
import { Button, IconButton } from './Button.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { FlowLauncher } from './FlowLauncher.tsx';
import { LaunchView } from './LaunchView.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import { useText } from './text.ts';

interface LauncherProps {
  facts: DeskFacts;
  actions: DeskActions;
}

/** The whole launcher: sign in, choose and fill in, or what became of the launch. */
export function Launcher({ facts, actions }: LauncherProps) {
  const text = useText();
  return (
    <main className="launcher">
      <Header facts={facts} actions={actions} />
      {facts.failure && <FailureAlert {...explain(facts.failure, text)} />}
      <Step facts={facts} actions={actions} />
    </main>
  );
}

function Step({ facts, actions }: LauncherProps) {
  const text = useText();
  const connection = connectionInUse(facts.settings);
  if (connection === undefined) {
    return (
      <div className="step">
        <h2>{text('set_up_title')}</h2>
        <p>{text('set_up_hint')}</p>
        <Button variant="primary" onClick={actions.openOptions}>
          {text('open_options')}
        </Button>
      </div>
    );
  }
  if (facts.launch) {
    return <LaunchView launch={facts.launch} connection={connection} actions={actions} />;
  }
  if (facts.session === undefined) return <SignInPanel facts={facts} actions={actions} />;
  return <FlowLauncher facts={facts} connection={connection} actions={actions} />;
}

function Header({ facts, actions }: LauncherProps) {
  const text = useText();
  const connection = connectionInUse(facts.settings);
  const { user, organization } = facts.session ?? {};
  const place = [organization?.name, connection?.name].filter(Boolean).join(' · ');
  return (
    <header className="launcher-head">
      <div className="launcher-who">
        <h1>{text('launcher_title')}</h1>
        <p className="muted">{[user?.name, place].filter(Boolean).join(' · ')}</p>
      </div>
      {facts.session && (
        <Button variant="quiet" onClick={actions.signOut}>
          {text('sign_out')}
        </Button>
      )}
      <IconButton icon="settings" label={text('open_options')} onClick={actions.openOptions} />
    </header>
  );
}

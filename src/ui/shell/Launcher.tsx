import './launcher.css';
import { lazy, Suspense, useRef } from 'react';
import { explain } from '../../core/base/explain.ts';
import { isOffered } from '../../core/settings/managed.ts';
import { connectionInUse } from '../../core/settings/settings.ts';
import type { LauncherActions, LauncherState } from '../../core/view/launcher.ts';
import { Banner } from '../kit/Banner.tsx';
import { FailureAlert } from '../kit/FailureAlert.tsx';
import { later } from '../kit/later.ts';
import { useText } from '../kit/text.ts';
import { useStepFocus } from '../kit/use-step-focus.ts';
import { useWholeClicks } from '../kit/use-whole-clicks.ts';
import { RateLimitNotice } from '../result/RateLimitNotice.tsx';
import { PolicyWait } from '../set-up/PolicyWait.tsx';
import { SignInPanel } from '../set-up/SignInPanel.tsx';
import { FlowLauncher } from './FlowLauncher.tsx';
import { LauncherHeader } from './LauncherHeader.tsx';

// Loaded when they are opened.
const SetUp = lazy(async () => {
  const { SetUp } = await import('../set-up/SetUp.tsx');
  return { default: SetUp };
});
const History = lazy(async () => {
  const { History } = await import('../history/History.tsx');
  return { default: History };
});

// Nobody sees a result at once.
const useLaunchView = later(async () => (await import('../result/LaunchView.tsx')).LaunchView);

interface LauncherProps {
  facts: LauncherState;
  actions: LauncherActions;
}

/** The whole launcher: sign in, choose and fill in, or what became of the launch. */
export function Launcher({ facts, actions }: LauncherProps) {
  const text = useText();
  const root = useRef<HTMLElement>(null);
  const connection = connectionInUse(facts.settings);
  useStepFocus(root, facts.launch !== undefined);
  return (
    <main ref={root} className="launcher" onClickCapture={useWholeClicks()}>
      {connection?.confirmLaunch && (
        <Banner>{text('launcher_production', { connection: connection.name })}</Banner>
      )}
      <LauncherHeader facts={facts} actions={actions} />
      <RateLimitNotice limit={facts.limit} />
      {facts.failure && <FailureAlert {...explain(facts.failure, text)} />}
      <PolicyWait policy={facts.settings.policy} />
      <Step facts={facts} actions={actions} />
    </main>
  );
}

function Step({ facts, actions }: LauncherProps) {
  const LaunchView = useLaunchView(facts.launch !== undefined);
  const connection = connectionInUse(facts.settings);
  if (connection === undefined) {
    // The organization may set one, so that nobody has to.
    if (facts.settings.policy.isPending) return null;
    return (
      <Suspense>
        <SetUp facts={facts} actions={actions} />
      </Suspense>
    );
  }
  if (facts.history && isOffered(facts.settings, 'history')) {
    return (
      <Suspense>
        <History
          history={facts.history}
          allowsExport={isOffered(facts.settings, 'export')}
          actions={actions}
        />
      </Suspense>
    );
  }
  if (facts.launch) {
    return LaunchView && <LaunchView {...{ launch: facts.launch, connection, facts, actions }} />;
  }
  if (facts.session === undefined) return <SignInPanel facts={facts} actions={actions} />;
  return <FlowLauncher facts={facts} connection={connection} actions={actions} />;
}

import './launcher.css';
import { lazy, Suspense, useRef } from 'react';
import type { DeskActions, DeskFacts } from '../core/desk.ts';
import { explain } from '../core/explain.ts';
import { isOffered } from '../core/managed.ts';
import { connectionInUse } from '../core/settings.ts';
import { Banner } from './Banner.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { FlowLauncher } from './FlowLauncher.tsx';
import { LauncherHeader } from './LauncherHeader.tsx';
import { later } from './later.ts';
import { RateLimitNotice } from './RateLimitNotice.tsx';
import { SignInPanel } from './SignInPanel.tsx';
import { useText } from './text.ts';
import { useStepFocus } from './use-step-focus.ts';
import { useWholeClicks } from './use-whole-clicks.ts';

// Loaded when they are opened.
const SetUp = lazy(async () => {
  const { SetUp } = await import('./SetUp.tsx');
  return { default: SetUp };
});
const History = lazy(async () => {
  const { History } = await import('./History.tsx');
  return { default: History };
});

// Nobody sees a result at once.
const useLaunchView = later(async () => (await import('./LaunchView.tsx')).LaunchView);

interface LauncherProps {
  facts: DeskFacts;
  actions: DeskActions;
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
      <Step facts={facts} actions={actions} />
    </main>
  );
}

function Step({ facts, actions }: LauncherProps) {
  const LaunchView = useLaunchView(facts.launch !== undefined);
  const connection = connectionInUse(facts.settings);
  if (connection === undefined) {
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

import './launcher.css';
import { lazy, Suspense, useRef } from 'react';
import { isOffered } from '../../core/settings/managed.ts';
import { connectionInUse } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { FormView } from '../../core/view/form-view.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { lineFor, linesOf, showsLaunch } from '../../core/view/shows.ts';
import { isTabGone } from '../../core/view/visible.ts';
import { Banner } from '../kit/Banner.tsx';
import { later } from '../kit/later.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { useStepFocus } from '../kit/use-step-focus.ts';
import { useWholeClicks } from '../kit/use-whole-clicks.ts';
import { RateLimitNotice } from '../result/RateLimitNotice.tsx';
import { PolicyWait } from '../set-up/PolicyWait.tsx';
import { FlowLauncher } from './FlowLauncher.tsx';
import { LauncherHeader } from './LauncherHeader.tsx';
import { LaunchLines } from './LaunchLines.tsx';
import { useLauncherFailure } from './use-launcher-failure.ts';

// Loaded when they are opened.
const SetUp = lazy(async () => {
  const { SetUp } = await import('../set-up/SetUp.tsx');
  return { default: SetUp };
});
const SignInPanel = lazy(async () => {
  const { SignInPanel } = await import('../set-up/SignInPanel.tsx');
  return { default: SignInPanel };
});
const History = lazy(async () => {
  const { History } = await import('../history/History.tsx');
  return { default: History };
});

// A result is never in the first paint.
const useLaunchView = later(async () => (await import('../result/LaunchView.tsx')).LaunchView);

function handOf(form: FormView | undefined): string | undefined {
  return form?.customer?.decision.party?.conversation.id;
}

/** A form says beside its button what it waits for: it would move when the words go. */
function saysSoItself({ settings, session, draft, history }: LauncherState): boolean {
  return settings.policy.isPending && draft.flowId !== undefined && !!session && !history;
}

interface LauncherProps {
  state: LauncherState;
  actions: LauncherActions;
}

/** The whole launcher: sign in, choose and fill in, or what became of the launch. */
export function Launcher({ state, actions }: LauncherProps) {
  const text = useText();
  const { happen } = actions;
  const interrupt = () => happen({ type: 'interrupted' });
  const openLaunch = (launchId: string) => happen({ type: 'launch-opened', launchId });
  const root = useRef<HTMLElement>(null);
  const connection = connectionInUse(state.settings);
  const LauncherFailure = useLauncherFailure(state.failure !== undefined);
  const isLaunchShown = showsLaunch(state);
  useStepFocus(root, isLaunchShown);
  // The history has them all.
  const lines = state.history ? [] : linesOf(state);
  const { launch } = state;
  const isLast =
    launch !== undefined &&
    !state.history &&
    !isLaunchShown &&
    !lines.some(({ id }) => id === launch.id);
  return (
    <main
      ref={root}
      className="launcher"
      onClickCapture={useWholeClicks()}
      onKeyDownCapture={interrupt}
      onPointerDownCapture={interrupt}
    >
      {connection?.confirmLaunch && (
        <Banner>{text('launcher_production', { connection: connection.name })}</Banner>
      )}
      <LauncherHeader state={state} actions={actions} />
      <RateLimitNotice limit={state.limit} />
      {state.failure && LauncherFailure && (
        <LauncherFailure failure={state.failure} support={actions.supportBundle} />
      )}
      {!saysSoItself(state) && <PolicyWait policy={state.settings.policy} />}
      <LaunchLines label={text('unfinished_title')} launches={lines} onOpen={openLaunch} />
      {isLast && state.session && (
        <LaunchLines
          label={text('last_launch_title')}
          launches={[lineFor(state, launch)]}
          onOpen={openLaunch}
        />
      )}
      <Step state={state} actions={actions} />
    </main>
  );
}

function Step({ state, actions }: LauncherProps) {
  const launch = showsLaunch(state) ? state.launch : undefined;
  const LaunchView = useLaunchView(launch !== undefined);
  const connection = connectionInUse(state.settings);
  if (connection === undefined) {
    // The organization may set one; then the person does not have to.
    if (state.settings.policy.isPending) return null;
    return (
      <Suspense>
        <SetUp state={state} actions={actions} />
      </Suspense>
    );
  }
  if (state.history && isOffered(state.settings, 'history')) {
    return (
      <Suspense>
        <History
          history={state.history}
          conversationId={handOf(actions.formOf(state))}
          allowsExport={isOffered(state.settings, 'export')}
          actions={actions}
        />
      </Suspense>
    );
  }
  if (launch) {
    return LaunchView && <LaunchView {...{ launch, connection, state, actions }} />;
  }
  if (state.session === undefined) {
    return (
      <Suspense>
        <SignInPanel state={state} actions={actions} />
      </Suspense>
    );
  }
  if (isTabGone(state.page)) return <TabGone />;
  return <FlowLauncher state={state} connection={connection} actions={actions} />;
}

/** In place of the form: nothing can be launched for a tab that is gone. */
function TabGone() {
  const text = useText();
  return (
    <Notice live title={text('failure_tab_gone_cause')}>
      {text('failure_tab_gone_remedy')}
    </Notice>
  );
}

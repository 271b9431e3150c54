import './launcher.css';
import { Suspense, useRef } from 'react';
import { isOffered } from '../../core/settings/managed.ts';
import { connectionInUse } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { FormView } from '../../core/view/form-view.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { lineFor, linesOf, showsLaunch } from '../../core/view/shows.ts';
import { isTabGone } from '../../core/view/visible.ts';
import { Banner } from '../kit/Banner.tsx';
import { later } from '../kit/later.ts';
import { lazily } from '../kit/lazily.ts';
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

const SetUp = lazily(async () => (await import('../set-up/SetUp.tsx')).SetUp);
const SignInPanel = lazily(async () => (await import('../set-up/SignInPanel.tsx')).SignInPanel);
const History = lazily(async () => (await import('../history/History.tsx')).History);

// The first paint never shows a result.
const useLaunchView = later(async () => (await import('../result/LaunchView.tsx')).LaunchView);

/** The ID of the conversation that the form is about. */
function conversationIdOf(form: FormView | undefined): string | undefined {
  return form?.customer?.decision.party?.conversation.id;
}

/** Whether a form is shown that says itself, beside its button, that it waits for the policy. */
function isSaidInForm({ settings, session, draft, history }: LauncherState): boolean {
  return settings.policy.isPending && draft.flowId !== undefined && !!session && !history;
}

interface LauncherProps {
  state: LauncherState;
  actions: LauncherActions;
}

/** The whole launcher: the sign-in, the picker with the form, the result, or the history. */
export function Launcher({ state, actions }: LauncherProps) {
  const text = useText();
  const { happen } = actions;
  const interrupt = () => happen({ type: 'interrupted' });
  const openLaunch = (launchId: string) => happen({ type: 'launch-opened', launchId });
  const root = useRef<HTMLElement>(null);
  const connection = connectionInUse(state.settings);
  const LauncherFailure = useLauncherFailure(state.failure !== undefined);
  const isLaunchShown = showsLaunch(state);
  const LaunchView = useLaunchView(isLaunchShown);
  useStepFocus(root, isLaunchShown && LaunchView !== undefined);
  // The history shows all launches, so it needs no lines for some of them.
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
      {/* Words above a form would move it when they go. */}
      {!isSaidInForm(state) && <PolicyWait policy={state.settings.policy} />}
      <LaunchLines label={text('unfinished_title')} launches={lines} onOpen={openLaunch} />
      {isLast && state.session && (
        <LaunchLines
          label={text('last_launch_title')}
          launches={[lineFor(state, launch)]}
          onOpen={openLaunch}
        />
      )}
      <Step state={state} actions={actions} LaunchView={LaunchView} />
    </main>
  );
}

interface StepProps extends LauncherProps {
  /** What shows a launch, once its program is there. */
  LaunchView: ReturnType<typeof useLaunchView>;
}

function Step({ state, actions, LaunchView }: StepProps) {
  const launch = showsLaunch(state) ? state.launch : undefined;
  const connection = connectionInUse(state.settings);
  if (connection === undefined) {
    // The policy may set a connection; then the person does not have to.
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
          conversationId={conversationIdOf(actions.formOf(state))}
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

/** Stands in place of the form, because Kickoff launches nothing for a tab that is gone. */
function TabGone() {
  const text = useText();
  return (
    <Notice live title={text('failure_tab_gone_cause')}>
      {text('failure_tab_gone_remedy')}
    </Notice>
  );
}

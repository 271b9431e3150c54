import { useMemo, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Failure } from '../../core/base/failure.ts';
import { flowIdFrom } from '../../core/flow/address.ts';
import { chosenFlow, flowChoices, flowFailure } from '../../core/flow/list.ts';
import { isManaged, mayLaunch } from '../../core/settings/managed.ts';
import { isManagedEntry } from '../../core/settings/managed-list.ts';
import type { Connection } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { Button } from '../kit/Button.tsx';
import { later } from '../kit/later.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { FlowPicker } from '../picker/FlowPicker.tsx';
import { whyEmpty } from '../picker/why-empty.ts';
import { SiteRule } from './SiteRule.tsx';
import { useLauncherFailure } from './use-launcher-failure.ts';

// This is half of the view's own code, and the list of flows does not need it.
const useChosenFlowForm = later(
  async () => (await import('../form/ChosenFlowForm.tsx')).ChosenFlowForm,
);

const useConfirmLaunch = later(
  async () => (await import('../form/ConfirmLaunch.tsx')).ConfirmLaunch,
);

const useFormNotices = later(async () => (await import('../form/FormNotices.tsx')).FormNotices);

interface FlowLauncherProps {
  state: LauncherState;
  connection: Connection;
  actions: LauncherActions;
}

/** The flow picker, and the form of the chosen flow. */
export function FlowLauncher({ state, connection, actions }: FlowLauncherProps) {
  const text = useText();
  const { flowCache, flowDetails, recentFlows, draft, settings } = state;
  const { choose, paste, chosenHere, pasted } = useFlowChoice(actions);
  const flows = useMemo(
    () =>
      flowChoices(connection, flowCache, recentFlows).filter(({ id }) => mayLaunch(settings, id)),
    [connection, flowCache, recentFlows, settings],
  );
  const { flowId } = draft;
  const FormNotices = useFormNotices(flowId === undefined && state.notice !== undefined);
  const ChosenFlowForm = useChosenFlowForm(flowId !== undefined);
  const flow = flowId === undefined ? undefined : chosenFlow(connection, flowDetails, flowId);
  const mayPin = !isManagedEntry(settings, 'connections', connection.name);
  const listed = flows.find(({ id }) => id === flowId);
  const failure = pasted ?? (flowId && flowFailure(connection, flowDetails, flowId));
  const LauncherFailure = useLauncherFailure(Boolean(failure));

  const { total, complete } = flowCache;
  const isListKnown = complete || flowCache.failure !== undefined;
  // Until the first flows of the list have come, it may still bring the name; the ID would only flash.
  const isNamedLater = !isListKnown && flowCache.flows.length === 0;
  // The site rule stands below the rest, so it waits for the rest, which would push it down under the pointer.
  const isSettled = flowId === undefined ? isListKnown : flow !== undefined || Boolean(failure);
  return (
    <div className="step">
      <FlowPicker
        flows={flows}
        chosen={
          flowId === undefined
            ? undefined
            : { id: flowId, name: listed?.name ?? flow?.name ?? (isNamedLater ? '' : flowId) }
        }
        onChoose={({ id }) => choose(id)}
        onPin={mayPin ? actions.pinFlow : undefined}
        action={{
          labelFor: (query) => (looksPasted(query) ? text('picker_use_id') : undefined),
          onChoose: paste,
        }}
        progress={
          total !== undefined && !complete ? { read: flowCache.flows.length, total } : undefined
        }
        emptyText={whyEmpty(flowCache, text)}
        autoFocus={flowId === undefined}
      />
      {/* When another person signs in, no flow is chosen; the notice says why. */}
      {flowId === undefined && FormNotices && <FormNotices state={state} isMoving={false} />}
      {flowCache.failure && <NotListed failure={flowCache.failure} signIn={actions.signIn} />}
      {failure && LauncherFailure && (
        <LauncherFailure failure={failure} support={actions.supportBundle} />
      )}
      {flowId && !pasted && ChosenFlowForm && (
        <ChosenFlowForm
          key={flowId}
          isChosenHere={chosenHere === flowId}
          state={state}
          connection={connection}
          actions={actions}
        />
      )}
      {isSettled && !isManaged(settings, 'sites') && (
        <SiteRule page={state.page} onEdit={actions.editSite} />
      )}
      <LaunchQuestion {...{ state, connection, actions }} />
    </div>
  );
}

/** The flow that the person chose in this view, by its name or by an ID, and why a pasted text is none. */
function useFlowChoice({ happen }: LauncherActions) {
  const [pasted, setPasted] = useState<Failure>();
  const [chosenHere, setChosenHere] = useState<string>();
  const choose = (id: string) => {
    setPasted(undefined);
    setChosenHere(id);
    happen({ type: 'flow-chosen', flowId: id });
  };
  const paste = (query: string) => {
    const id = flowIdFrom(query);
    if (id.ok) choose(id.value);
    else setPasted(id.failure);
  };
  return { choose, paste, chosenHere, pasted };
}

/** The question before a launch in production, as long as it is asked. */
function LaunchQuestion({ state: { launching }, connection, actions }: FlowLauncherProps) {
  const asked = launching?.step === 'asked' ? launching.start : undefined;
  const ConfirmLaunch = useConfirmLaunch(asked !== undefined);
  if (asked === undefined || !ConfirmLaunch) return null;
  return (
    <ConfirmLaunch
      start={asked}
      connection={connection.name}
      onConfirm={() => actions.happen({ type: 'question-answered', yes: true })}
      onCancel={() => actions.happen({ type: 'question-answered', yes: false })}
    />
  );
}

/** Whether a text is an address or an ID, or an attempt at one, and not typed to search for a name. */
function looksPasted(query: string): boolean {
  const text = query.trim();
  return /^https?:\/\//i.test(text) || /^[0-9a-f]{6,}$/i.test(text) || idShape.test(text);
}

/** Three groups or more with hyphens between them, and a digit in one of them. */
const idShape = /^(?=.*\d)\w{4,}(-\w+){2,}$/;

/** Why Kickoff could not read the list of flows, or not again. */
function NotListed({ failure, signIn }: { failure: Failure; signIn: () => void }) {
  const text = useText();
  const { cause, remedy } = explain(failure, text);
  const isSignedOut = failure.code === 'signed-out';
  return (
    <Notice
      title={cause}
      actions={isSignedOut && <Button onClick={signIn}>{text('sign_in')}</Button>}
    >
      {remedy}
    </Notice>
  );
}

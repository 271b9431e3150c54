import './customer-place.css';
import { Suspense, useCallback } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { ValueSource } from '../../core/form/form.ts';
import { sourceText } from '../../core/form/source-text.ts';
import { launchRequestOf } from '../../core/launch/request.ts';
import type { Connection } from '../../core/settings/settings.ts';
import { partyOf } from '../../core/step/sending.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { FormView } from '../../core/view/form-view.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { mayNotBeMeant, readsConversations } from '../../core/view/visible.ts';
import { lazily } from '../kit/lazily.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { AtOnce } from './AtOnce.tsx';
import { FormFields } from './FormFields.tsx';
import { FormNotices } from './FormNotices.tsx';
import { LaunchForm } from './LaunchForm.tsx';
import { PageLine } from './PageLine.tsx';
import { Preflight } from './Preflight.tsx';
import { UnreadParts } from './UnreadParts.tsx';
import { WhatIsSent } from './WhatIsSent.tsx';

// Only connections that read conversations or contacts need these, and pages that show several customers.
const CustomerPart = lazily(
  async () => (await import('../customer/CustomerPart.tsx')).CustomerPart,
);
const PeopleQuestion = lazily(
  async () => (await import('../customer/PeopleQuestion.tsx')).PeopleQuestion,
);
const ContactPart = lazily(async () => (await import('../customer/ContactPart.tsx')).ContactPart);

interface ChosenFlowFormProps {
  state: LauncherState;
  connection: Connection;
  /** Whether the person chose the flow in this view, rather than found it chosen. */
  isChosenHere: boolean;
  actions: LauncherActions;
}

/** The form of a flow: its inputs with the values from the page, and the button `Launch`. */
export function ChosenFlowForm({ state, connection, isChosenHere, actions }: ChosenFlowFormProps) {
  const text = useText();
  const sayWhere = useCallback((source: ValueSource) => sourceText(source, text), [text]);
  const view = actions.formOf(state);
  if (view === undefined) return null;
  const { flow, failure, inputs, note, offers, form, problems, elsewhere, start } = view;
  if (flow === undefined && failure === undefined) {
    return (
      <Notice busy live>
        {text('flow_reading')}
      </Notice>
    );
  }
  const { happen } = actions;
  const { launching, attempts, page, launchId, settings } = state;
  return (
    <>
      <LaunchForm
        busy={launching?.step === 'held' || launching?.step === 'checking'}
        disabled={settings.policy.isPending}
        actions={actions}
        aside={<BesideLaunch state={state} view={view} happen={happen} />}
      >
        {note && <Notice>{text(`schema_note_${note}`)}</Notice>}
        <FormNotices state={state} isMoving={page.state === 'read' && page.move !== undefined} />
        <AboutWhom state={state} view={view} happen={happen} />
        <FormFields
          inputs={inputs}
          form={form}
          offers={offers}
          problems={problems}
          elsewhere={elsewhere}
          here={view.here}
          choices={view.choices}
          attempts={attempts}
          sourceText={sayWhere}
          happen={happen}
          focused={state.focusedInput}
          isChosenHere={isChosenHere}
          isReading={page.state === 'reading'}
        />
        {view.contact && (
          <Suspense>
            <ContactPart
              key={view.contact.value}
              {...view.contact}
              onLookUp={() => happen({ type: 'contact-wanted' })}
            />
          </Suspense>
        )}
        <WhatIsSent
          request={launchRequestOf(start, {
            id: launchId,
            connection: connection.name,
            template: settings.executionName,
            conversationId: partyOf(view)?.conversation.id,
          })}
          connection={connection}
          inputs={inputs}
          form={form}
          sourceText={sayWhere}
          happen={happen}
        />
      </LaunchForm>
      {/* These come last: the form is drawn before they are known, and nothing in it may move. */}
      {page.state === 'read' && <UnreadParts parts={page.context.unread} />}
      {page.state === 'read' && <PageLine page={page} happen={happen} />}
      {page.state === 'unreadable' && <Unreadable {...explain(page.failure, text)} />}
    </>
  );
}

interface FormPartProps {
  state: LauncherState;
  view: FormView;
  happen: LauncherActions['happen'];
}

/** What stands beside the button `Launch`: the launch about to leave, the wait for a policy, or the preflight. */
function BesideLaunch({ state, view, happen }: FormPartProps) {
  const text = useText();
  const { launching, attempts, settings, notice, failure } = state;
  if (launching?.step === 'counting') {
    return <AtOnce launching={launching} onStop={() => happen({ type: 'stopped' })} />;
  }
  if (settings.policy.isPending) return <p role="status">{text('policy_pending')}</p>;
  const isRepeated = failure?.code === 'launched-just-now';
  const launchAnyway = () => happen({ type: 'launch-pressed', anyway: true });
  return (
    <Preflight
      lines={view.lines}
      attempts={attempts}
      isHeld={launching?.step === 'held'}
      isRepeated={isRepeated || /-silent$/.test(notice?.kind ?? '')}
      onLaunchAnyway={mayNotBeMeant(view) ? undefined : launchAnyway}
    />
  );
}

/** The choice whom the form is about: the conversation's customer, or one of the people on the page. */
function AboutWhom({ state, view, happen }: FormPartProps) {
  return (
    <>
      {readsConversations(state) && (
        <Suspense fallback={<div className="customer" />}>
          <CustomerPart
            customer={view.customer}
            known={state.conversations}
            country={state.settings.defaultCountry}
            happen={happen}
          />
        </Suspense>
      )}
      {view.people && (
        <Suspense>
          <PeopleQuestion
            view={view.people}
            onChoose={(choice) => happen({ type: 'person-chosen', choice })}
          />
        </Suspense>
      )}
    </>
  );
}

function Unreadable({ cause, remedy }: { cause: string; remedy: string }) {
  return (
    <Notice title={cause} live>
      {remedy}
    </Notice>
  );
}

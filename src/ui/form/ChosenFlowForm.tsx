import { useCallback, useEffect, useMemo, useState } from 'react';
import { explain } from '../../core/base/explain.ts';
import type { Failure } from '../../core/base/failure.ts';
import { isStopped, preflight } from '../../core/diagnosis/preflight.ts';
import type { FlowDetail } from '../../core/flow/flow.ts';
import { checkForm } from '../../core/form/check.ts';
import {
  emptyForm,
  type FormValue,
  fillForm,
  setValue,
  type ValueSource,
  withhold,
} from '../../core/form/form.ts';
import { flowInputs } from '../../core/form/input-schema.ts';
import { mapInputs, offeredValues } from '../../core/form/mapping.ts';
import { sourceText } from '../../core/form/source-text.ts';
import { launchRequestOf } from '../../core/launch/request.ts';
import type { Connection } from '../../core/settings/settings.ts';
import type { LauncherActions, LauncherState } from '../../core/view/launcher.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { offsetAt } from '../kit/time-zone.ts';
import { FormFields } from './FormFields.tsx';
import { LaunchForm } from './LaunchForm.tsx';
import { Preflight } from './Preflight.tsx';
import { UnreadParts } from './UnreadParts.tsx';
import { useNumberCheck } from './use-number-check.ts';
import { WhatIsSent } from './WhatIsSent.tsx';

interface ChosenFlowFormProps {
  flowId: string;
  /** Undefined until it was read. */
  flow: FlowDetail | undefined;
  /** Why it cannot be read: it may be launched all the same, with inputs as JSON. */
  failure: Failure | undefined;
  facts: LauncherState;
  connection: Connection;
  actions: LauncherActions;
}

const noFields = { fields: {} };

/** The form of a flow: its inputs, filled from the page, and the button `Launch`. */
export function ChosenFlowForm(props: ChosenFlowFormProps) {
  const { flowId, flow, failure, facts, connection, actions } = props;
  const text = useText();
  const [attempts, setAttempts] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const isReading = facts.page.state === 'reading';
  const schema = flow?.inputSchema;
  const page = facts.page.state === 'read' ? facts.page.context : noFields;
  const mapping = connection.flows.find(({ id }) => id === flowId)?.inputs;
  const { inputs, note } = useMemo(
    () => flowInputs(schema, Object.keys(mapping ?? {})),
    [schema, mapping],
  );
  const offers = useMemo(() => mapInputs(inputs, page, mapping), [inputs, page, mapping]);
  const typed = facts.draft.forms[flowId];
  const form = useMemo(
    () => fillForm(inputs, offeredValues(offers), typed ?? emptyForm),
    [inputs, offers, typed],
  );
  const checked = useMemo(
    () => checkForm(inputs, form, { schema, offsetAt }),
    [inputs, form, schema],
  );

  const { editForm } = actions;
  const onChange = useCallback(
    (name: string, value: FormValue, source?: ValueSource) => {
      const next = setValue(form, name, value, source);
      editForm(flowId, next);
    },
    [form, flowId, editForm],
  );
  const sayWhere = useCallback((source: ValueSource) => sourceText(source, text), [text]);
  const [openedAt] = useState(() => Date.now());
  const numbers = useNumberCheck(inputs, form, facts.settings.defaultCountry);
  const { session, launchId, settings } = facts;
  const { problems } = checked;
  const lines = useMemo(
    () => preflight({ session, now: openedAt, flow, flowFailure: failure, problems, numbers }),
    [session, openedAt, flow, failure, problems, numbers],
  );
  const start = {
    flowId,
    flowName: flow?.name ?? flowId,
    inputData: checked.inputData ?? checked.sendable,
  };
  const launch = () => {
    // What the page has for the form is not in it yet.
    if (isReading) return setHeld(true);
    if (isStopped(lines)) return setAttempts(attempts + 1);
    actions.launch(start);
  };
  const isRepeated = facts.failure?.code === 'launched-just-now';
  // The organization may forbid the launch, or want it to be asked for.
  const { isPending } = settings.policy;
  const isReady = !isStopped(lines) && !isReading && !isPending;

  const atOnce = facts.draft.atOnce && mayLaunchAtOnce(connection, flowId) && flow && isReady;
  // Where the page could not be read, that is to be seen first.
  const isDue = atOnce || (isHeld && facts.page.state === 'read');
  // biome-ignore lint/correctness/useExhaustiveDependencies: launched the moment that the form is complete, and only then
  useEffect(() => {
    if (!isReading) setHeld(false);
    if (isDue) launch();
  }, [isDue, isReading]);

  if (flow === undefined && failure === undefined) {
    return (
      <Notice busy live>
        {text('flow_reading')}
      </Notice>
    );
  }
  return (
    <>
      <LaunchForm
        busy={isHeld}
        disabled={isPending}
        onNear={actions.expectLaunch}
        onLaunch={launch}
        aside={
          <Preflight
            lines={lines}
            attempts={attempts}
            isHeld={isHeld}
            isRepeated={isRepeated}
            onLaunchAnyway={() => {
              setHeld(false);
              actions.launch(start, isRepeated);
            }}
          />
        }
      >
        {note && <Notice>{text(`schema_note_${note}`)}</Notice>}
        <FormFields
          inputs={inputs}
          form={form}
          offers={offers}
          problems={problems}
          attempts={attempts}
          sourceText={sayWhere}
          onChange={onChange}
          focused={facts.focusedInput}
        />
        <WhatIsSent
          request={launchRequestOf(start, {
            id: launchId,
            connection: connection.name,
            template: settings.executionName,
          })}
          connection={connection}
          inputs={inputs}
          form={form}
          sourceText={sayWhere}
          onWithhold={(name, isWithheld) => editForm(flowId, withhold(form, name, isWithheld))}
        />
      </LaunchForm>
      {/* Last: the form is there before it is known, and nothing of it may move. */}
      {facts.page.state === 'unreadable' && <Unreadable {...explain(facts.page.failure, text)} />}
      {facts.page.state === 'read' && <UnreadParts parts={facts.page.context.unread} />}
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

function mayLaunchAtOnce({ flows, confirmLaunch }: Connection, flowId: string): boolean {
  return !confirmLaunch && (flows.find(({ id }) => id === flowId)?.launchAtOnce ?? false);
}

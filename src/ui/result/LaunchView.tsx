import { type ReactNode, Suspense } from 'react';
import { hostsOf } from '../../core/base/environment.ts';
import { explain } from '../../core/base/explain.ts';
import type { Finding } from '../../core/base/finding.ts';
import type { Explanation } from '../../core/base/finding-text.ts';
import type { Text } from '../../core/base/text.ts';
import type { Diagnosis } from '../../core/diagnosis/diagnosis.ts';
import { isExplainable } from '../../core/diagnosis/gathered.ts';
import { architectFlowUrl } from '../../core/flow/architect.ts';
import { customerLine } from '../../core/launch/customer.ts';
import type { Launch } from '../../core/launch/launch.ts';
import { withoutCustomerData } from '../../core/launch/without-customer-data.ts';
import { isManagedEntry } from '../../core/settings/managed-list.ts';
import { type Connection, connectionByKey } from '../../core/settings/settings.ts';
import type { LauncherActions } from '../../core/view/actions.ts';
import type { LauncherState } from '../../core/view/launcher.ts';
import { maySayForWhom } from '../../core/view/shows.ts';
import { lazily } from '../kit/lazily.ts';
import { Notice } from '../kit/Notice.tsx';
import { useText } from '../kit/text.ts';
import { BodyView } from './BodyView.tsx';
import { DiagnosisAlert } from './DiagnosisAlert.tsx';
import { FailureCopies } from './FailureCopies.tsx';
import { LaunchStatus } from './LaunchStatus.tsx';
import { conversationOf, detailsOf, pageOf, timesOf } from './launch-details.ts';
import type { RemedyProps } from './Remedy.tsx';
import { Result } from './Result.tsx';
import { ResultActions } from './ResultActions.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

// Most people never open the details.
const SupportExports = lazily(async () => (await import('./SupportExports.tsx')).SupportExports);

interface LaunchViewProps {
  launch: Launch;
  connection: Connection;
  state: LauncherState;
  actions: LauncherActions;
}

/** A launch as its record describes it, and why it failed. */
export function LaunchView({ launch: record, connection, state, actions }: LaunchViewProps) {
  // Customer data is only for the person who filled it in.
  const launch = maySayForWhom(state, record) ? record : withoutCustomerData(record);
  const text = useText();
  const { execution, request, answer } = launch;
  const { evidence, settings, program } = state;
  const diagnosis = useDiagnosis(launch, evidence);
  const own = connectionByKey(settings, launch.connection);
  const hosts = own && hostsOf(own.environment);
  const architectHref = hosts && architectFlowUrl(hosts, launch.flow.id);
  const remedy = {
    architectHref,
    canChangeConnection:
      !isManagedEntry(settings, 'connections', launch.connection.name) &&
      launch.connection.name === connection.name,
    answeredAt: launch.times.answered,
    onRemedy: actions.remedy,
  };
  return (
    <Result
      state={launch.state}
      still={launch.notFollowed !== undefined}
      flowName={launch.flow.name}
      customer={customerLine(launch.customer)}
      executionId={execution?.id}
      times={[...pageOf(launch, text), ...timesOf(launch, text), ...conversationOf(launch, text)]}
      output={outputOf(launch)}
      outputNote={outputNote(launch, text)}
      failure={
        <>
          <WhatFailed
            launch={launch}
            diagnosis={diagnosis}
            copies={(findings) => <FailureCopies {...{ launch, findings, state }} />}
            {...remedy}
          />
          <LaunchStatus launch={launch} apps={hosts?.apps} actions={actions} />
        </>
      }
      architectHref={architectHref}
      actions={<ResultActions launch={launch} actions={actions} />}
      details={detailsOf(launch, text)}
      moreDetails={
        <>
          {request?.body && <BodyView label={text('detail_request_body')} body={request.body} />}
          {answer?.body && (
            <BodyView label={text('detail_response_body')} body={answer.body} cut={answer.cut} />
          )}
          <Suspense>
            <SupportExports {...{ launch, diagnosis, settings, program }} page={state.page} />
          </Suspense>
        </>
      }
    />
  );
}

/** The output of the flow; undefined where it is not known, or storage does not keep it. */
function outputOf({ state, execution, inputsRemoved }: Launch) {
  if (execution?.outputData) return execution.outputData;
  const isKnown = state === 'completed' && !inputsRemoved && !execution?.outputCut;
  return isKnown ? {} : undefined;
}

function outputNote({ state, execution, inputsRemoved }: Launch, text: Text): string | undefined {
  if (execution?.outputCut) return text('output_cut');
  return state === 'completed' && inputsRemoved ? text('output_removed') : undefined;
}

type WhatFailedProps = Omit<RemedyProps, 'action'> & {
  launch: Launch;
  diagnosis: Diagnosis | undefined;
  copies: (findings: readonly Finding[]) => ReactNode;
};

function WhatFailed({ launch, diagnosis, copies, ...remedy }: WhatFailedProps) {
  const text = useText();
  const plain = plainOf(launch, text);
  if (plain !== undefined) {
    const isLooking = isExplainable(launch) && diagnosis === undefined;
    // That a launch may have happened is more important than why it is not known.
    const replaces = launch.state !== 'unknown';
    return <DiagnosisAlert {...{ plain, replaces, diagnosis, isLooking, copies, ...remedy }} />;
  }
  if (launch.notFollowed) {
    const { cause, remedy } = explain(launch.notFollowed, text);
    return <Notice title={cause}>{remedy}</Notice>;
  }
  return null;
}

/** What the record itself says about the failure. */
function plainOf(launch: Launch, text: Text): Explanation | undefined {
  if (launch.failure) {
    const explained = explain(launch.failure, text);
    // These happen to requests of all kinds; this one was a launch.
    const isLost = ['timeout', 'connection-failed'].includes(launch.failure.code);
    const wasSent = launch.state === 'unknown' && isLost;
    return wasSent ? { ...explained, remedy: text('failure_server_fault_remedy') } : explained;
  }
  const error = launch.execution?.errorInfo;
  return (
    error && {
      cause: text('execution_failed_cause', { message: error.message ?? error.code ?? '' }),
      remedy: text('execution_failed_remedy'),
    }
  );
}

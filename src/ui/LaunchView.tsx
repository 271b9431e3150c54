import { lazy, Suspense } from 'react';
import { architectFlowUrl } from '../core/architect.ts';
import { toCurl } from '../core/curl.ts';
import type { DeskActions, DeskFacts } from '../core/desk.ts';
import type { Diagnosis } from '../core/diagnosis.ts';
import { hostsOf } from '../core/environment.ts';
import { isExplainable } from '../core/evidence.ts';
import { type Explanation, explain } from '../core/explain.ts';
import { correlationId } from '../core/http.ts';
import { executionError, type Launch } from '../core/launch.ts';
import { isManaged } from '../core/managed.ts';
import type { Connection } from '../core/settings.ts';
import type { Text } from '../core/text.ts';
import { BodyView } from './BodyView.tsx';
import { DiagnosisAlert } from './DiagnosisAlert.tsx';
import type { FactView } from './Facts.tsx';
import { formatMoment } from './format.ts';
import { Notice } from './Notice.tsx';
import type { RemedyProps } from './Remedy.tsx';
import { Result } from './Result.tsx';
import { useText } from './text.ts';
import { useDiagnosis } from './use-diagnosis.ts';

// Loaded when somebody opens the details: most never do.
const SupportExports = lazy(async () => {
  const { SupportExports } = await import('./SupportExports.tsx');
  return { default: SupportExports };
});

interface LaunchViewProps {
  launch: Launch;
  connection: Connection;
  facts: DeskFacts;
  actions: DeskActions;
}

/** A launch as its record tells it, and why it did not go well. */
export function LaunchView({ launch, connection, facts, actions }: LaunchViewProps) {
  const text = useText();
  const { execution, request, answer } = launch;
  const { evidence, settings, program } = facts;
  const diagnosis = useDiagnosis(launch, evidence);
  const architectHref = architectFlowUrl(hostsOf(connection.environment), launch.flow.id);
  const remedy = {
    architectHref,
    canChangeConnection:
      !isManaged(settings, 'connections') && launch.connection.name === connection.name,
    answeredAt: launch.times.answered,
    onRemedy: actions.remedy,
  };
  return (
    <Result
      state={launch.state}
      still={launch.notFollowed !== undefined}
      flowName={launch.flow.name}
      executionId={execution?.id}
      times={timesOf(launch, text)}
      output={launch.state === 'completed' ? (execution?.outputData ?? {}) : execution?.outputData}
      failure={<WhatFailed launch={launch} diagnosis={diagnosis} {...remedy} />}
      architectHref={architectHref}
      curl={request && (() => toCurl(request))}
      onLaunchAgain={launch.state === 'sending' ? undefined : actions.closeLaunch}
      details={detailsOf(launch, text)}
      moreDetails={
        <>
          {request?.body && <BodyView label={text('detail_request_body')} body={request.body} />}
          {answer?.body && (
            <BodyView label={text('detail_response_body')} body={answer.body} cut={answer.cut} />
          )}
          <Suspense>
            <SupportExports {...{ launch, diagnosis, settings, program }} />
          </Suspense>
        </>
      }
    />
  );
}

type WhatFailedProps = Omit<RemedyProps, 'action'> & {
  launch: Launch;
  diagnosis: Diagnosis | undefined;
};

function WhatFailed({ launch, diagnosis, ...remedy }: WhatFailedProps) {
  const text = useText();
  const plain = plainOf(launch, text);
  if (plain !== undefined) {
    const isLooking = isExplainable(launch) && diagnosis === undefined;
    // Of a launch that may have been made, that comes first.
    const replaces = launch.state !== 'unknown';
    return <DiagnosisAlert {...{ plain, replaces, diagnosis, isLooking, ...remedy }} />;
  }
  if (launch.notFollowed) {
    const { cause, remedy } = explain(launch.notFollowed, text);
    return <Notice title={cause}>{remedy}</Notice>;
  }
  return null;
}

/** What went wrong, as the record itself says it. */
function plainOf(launch: Launch, text: Text): Explanation | undefined {
  if (launch.failure) return explain(launch.failure, text);
  const error = executionError(launch);
  return (
    error && {
      cause: text('execution_failed_cause', { message: error.message ?? error.code ?? '' }),
      remedy: text('execution_failed_remedy'),
    }
  );
}

function timesOf({ times, execution }: Launch, text: Text): FactView[] {
  const from = times.sent ?? times.created;
  return facts([
    [text('time_launched'), formatMoment(from)],
    [text('time_took'), times.ended && execution && formatDuration(times.ended - from)],
  ]);
}

function detailsOf({ request, answer, failure, execution, times }: Launch, text: Text): FactView[] {
  const error = execution?.errorInfo;
  return [
    ...facts([
      [text('detail_status'), answer && String(answer.status)],
      [
        text('detail_response_time'),
        times.answered && times.sent && formatDuration(times.answered - times.sent),
      ],
    ]),
    ...facts(
      [
        [text('detail_code'), failure?.params.serverCode?.toString() ?? error?.code],
        [text('detail_message'), failure?.params.message?.toString() ?? error?.message],
        [text('detail_correlation'), answer && correlationId(answer)],
        [text('detail_request'), request && `${request.method} ${request.url}`],
        [text('detail_request_headers'), request && lines(request.headers)],
        [text('detail_response_headers'), answer && lines(answer.headers)],
      ],
      true,
    ),
  ];
}

function facts(
  rows: readonly [label: string, value: string | number | undefined | false][],
  code = false,
): FactView[] {
  return rows.flatMap(([label, value]) =>
    value === undefined || value === false || value === '' || value === 0
      ? []
      : [{ label, value: String(value), code }],
  );
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

const seconds = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'second',
  maximumFractionDigits: 1,
});

function formatDuration(milliseconds: number): string {
  return seconds.format(milliseconds / 1000);
}

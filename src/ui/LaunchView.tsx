import { architectFlowUrl } from '../core/architect.ts';
import type { DeskActions } from '../core/desk.ts';
import { hostsOf } from '../core/environment.ts';
import { explain } from '../core/explain.ts';
import { correlationId } from '../core/http.ts';
import { executionError, type Launch } from '../core/launch.ts';
import type { Connection } from '../core/settings.ts';
import type { Text } from '../core/text.ts';
import type { FactView } from './Facts.tsx';
import { FailureAlert } from './FailureAlert.tsx';
import { formatMoment } from './format.ts';
import { Notice } from './Notice.tsx';
import { Result } from './Result.tsx';
import { useText } from './text.ts';

interface LaunchViewProps {
  launch: Launch;
  connection: Connection;
  actions: DeskActions;
}

/** A launch as its record tells it. */
export function LaunchView({ launch, connection, actions }: LaunchViewProps) {
  const text = useText();
  const { execution } = launch;
  return (
    <Result
      state={launch.state}
      still={launch.notFollowed !== undefined}
      flowName={launch.flow.name}
      executionId={execution?.id}
      times={timesOf(launch, text)}
      output={launch.state === 'completed' ? (execution?.outputData ?? {}) : execution?.outputData}
      failure={<WhatFailed launch={launch} />}
      architectHref={architectFlowUrl(hostsOf(connection.environment), launch.flow.id)}
      onLaunchAgain={launch.state === 'sending' ? undefined : actions.closeLaunch}
      details={detailsOf(launch, text)}
    />
  );
}

function WhatFailed({ launch }: { launch: Launch }) {
  const text = useText();
  if (launch.failure) return <FailureAlert {...explain(launch.failure, text)} />;
  const error = executionError(launch);
  if (error) {
    return (
      <FailureAlert
        cause={text('execution_failed_cause', { message: error.message ?? error.code ?? '' })}
        remedy={text('execution_failed_remedy')}
      />
    );
  }
  if (launch.notFollowed) {
    const { cause, remedy } = explain(launch.notFollowed, text);
    return <Notice title={cause}>{remedy}</Notice>;
  }
  return null;
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
        [text('detail_code'), failure?.params['serverCode']?.toString() ?? error?.code],
        [text('detail_message'), failure?.params['message']?.toString() ?? error?.message],
        [text('detail_correlation'), answer && correlationId(answer)],
        [text('detail_request'), request && `${request.method} ${request.url}`],
        [text('detail_request_headers'), request && lines(request.headers)],
        [text('detail_request_body'), request?.body && pretty(request.body)],
        [text('detail_response_headers'), answer && lines(answer.headers)],
        [text('detail_response_body'), answer && pretty(answer.body)],
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

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}

const seconds = new Intl.NumberFormat(undefined, {
  style: 'unit',
  unit: 'second',
  maximumFractionDigits: 1,
});

function formatDuration(milliseconds: number): string {
  return seconds.format(milliseconds / 1000);
}

import { correlationId } from '../../core/base/http.ts';
import type { MessageKey, Text } from '../../core/base/text.ts';
import type { Launch } from '../../core/launch/launch.ts';
import type { FactView } from '../kit/Facts.tsx';
import { formatMoment, inPageLanguage } from '../kit/format.ts';

/** When Kickoff sent a launch, and how long its execution took. */
export function timesOf(launch: Launch, text: Text): FactView[] {
  const { times, execution } = launch;
  const from = times.sent ?? times.created;
  return facts([
    [text(momentOf(launch)), formatMoment(from)],
    [text('time_took'), times.ended && execution && formatDuration(times.ended - from)],
  ]);
}

/** The page from which a person launched: its title, else its address. */
export function pageOf({ page }: Launch, text: Text): FactView[] {
  return facts([[text('result_page'), page?.title || page?.address]]);
}

/** The ID of the conversation that a launch was about. */
export function conversationOf({ conversationId }: Launch, text: Text): FactView[] {
  if (conversationId === undefined) return [];
  const copyLabel = text('result_copy_conversation');
  return [{ label: text('result_conversation'), value: conversationId, code: true, copyLabel }];
}

/** The label of the time: a refused launch was sent, but nothing was launched. */
function momentOf({ state, times }: Launch): MessageKey {
  if (times.sent === undefined) return 'time_requested';
  return ['sending', 'refused', 'unknown'].includes(state) ? 'time_sent' : 'time_launched';
}

/** The short facts about request and answer; `BodyView` shows the bodies. */
export function detailsOf(launch: Launch, text: Text): FactView[] {
  const { request, answer, failure, execution, times, sentAs } = launch;
  const error = execution?.errorInfo;
  return [
    ...facts([
      [text('detail_status'), answer && String(answer.status)],
      [
        text('detail_response_time'),
        times.answered && times.sent && formatDuration(times.answered - times.sent),
      ],
      [text('detail_sent_as'), sentAs && times.sent && text(`detail_sent_as_${sentAs}`)],
      [text('detail_rate_limit'), answer && rateLimit(answer.headers, text)],
    ]),
    ...facts(
      [
        [text('detail_launch_id'), launch.id],
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

function rateLimit(headers: Readonly<Record<string, string>>, text: Text): string | undefined {
  const count = headers['inin-ratelimit-count'];
  const allowed = headers['inin-ratelimit-allowed'];
  return count === undefined || allowed === undefined
    ? undefined
    : text('detail_rate_limit_value', { count, allowed });
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

const seconds = inPageLanguage(
  (language) =>
    new Intl.NumberFormat(language, { style: 'unit', unit: 'second', maximumFractionDigits: 1 }),
);

/** Formats a duration, given in milliseconds, in seconds. */
export function formatDuration(milliseconds: number): string {
  return seconds().format(milliseconds / 1000);
}

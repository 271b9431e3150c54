import type { Text } from '../base/text.ts';
import type { CorrectedRequest } from '../doctor/check.ts';
import type { Report, ReportedFinding } from './pasted-report.ts';

/** Reports as plain text, for a terminal; what else was found in a paste comes after the first. */
export function inWords(reports: readonly Report[], text: Text): string {
  return reports
    .flatMap(({ also = [], ...own }) => [own, ...also])
    .map((it) => reportInWords(it, text))
    .join('\n\n');
}

function reportInWords(
  { summary, findings, refusal = [], corrected, moved = [], leftOut = [] }: Report,
  text: Text,
): string {
  const lists: [string, string[]][] = [
    [text('doctor_moved'), moved.map(({ from, to }) => `${from} → ${to}`)],
    [
      text('doctor_left_out'),
      leftOut.map(({ path, value }) => `${path}: ${JSON.stringify(value)}`),
    ],
  ];
  return [
    summary,
    ...[...findings, ...refusal].map((it) => findingInWords(it, text)),
    ...(corrected === null ? [] : [correctedInWords(corrected, text)]),
    ...lists.flatMap(([title, lines]) =>
      lines.length === 0 ? [] : [`${title}:\n${indented(lines.join('\n'))}`],
    ),
  ].join('\n\n');
}

function findingInWords({ certainty, cause, remedy }: ReportedFinding, text: Text): string {
  const sure = text(`certainty_${certainty}` as 'certainty_certain');
  return `- ${cause} (${sure})\n${indented(remedy)}`;
}

function correctedInWords({ method, url, headers, body }: CorrectedRequest, text: Text): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const shown = body === null ? [] : ['', JSON.stringify(body, null, 2)];
  const request = [`${method} ${url}`, ...lines, ...shown].join('\n');
  return `${text('doctor_corrected')}:\n${indented(request)}`;
}

function indented(words: string): string {
  return words.replace(/^(?=.)/gm, '  ');
}

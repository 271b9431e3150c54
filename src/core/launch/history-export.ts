import type { Launch } from './launch.ts';

/** A table of launches as CSV (RFC 4180), in UTF-8 with a mark that spreadsheets recognise it by. */
export function historyCsv(launches: readonly Launch[]): string {
  const rows = launches.map((launch) => columns.map(([, value]) => cell(value(launch))).join(','));
  const header = columns.map(([name]) => cell(name)).join(',');
  return `\uFEFF${[header, ...rows].join('\r\n')}\r\n`;
}

/** Launches as JSON, whole as they are kept: requests have no token in them. */
export function historyJson(launches: readonly Launch[]): string {
  return `${JSON.stringify({ version: 1, launches }, null, 2)}\n`;
}

const columns: readonly [name: string, value: (launch: Launch) => string | undefined][] = [
  ['launched', ({ times }) => moment(times.sent ?? times.created)],
  ['ended', ({ times }) => moment(times.ended)],
  ['state', ({ state }) => state],
  ['flow', ({ flow }) => flow.name],
  ['flow id', ({ flow }) => flow.id],
  ['connection', ({ connection }) => connection.name],
  ['launch id', ({ id }) => id],
  ['execution id', ({ execution }) => execution?.id],
  ['status', ({ answer }) => answer && String(answer.status)],
  ['code', ({ failure }) => failure && String(failure.params.serverCode ?? failure.code)],
  ['inputs', ({ inputs }) => inputs && JSON.stringify(inputs)],
  ['output', ({ execution }) => execution?.outputData && JSON.stringify(execution.outputData)],
];

/** ISO 8601, which every spreadsheet reads as a time whatever its language. */
function moment(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

/**
 * One cell. A spreadsheet takes text that begins with one of these signs for a formula, and a formula
 * can send away what is beside it; an apostrophe before it makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value = ''): string {
  const safe = /^[\s\u200b\ufeff]*[=+\-@\t\r|%＝＋－＠]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

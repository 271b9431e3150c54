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
 * Where a cell may begin with a sign that makes a formula of it: at the start of a value, and after what
 * a spreadsheet may take for the end of a cell within it. Where the list separator of the system is a
 * semicolon or a tab, quotes after a comma protect nothing.
 */
const formulaStart = /(?<=^|[;\t\r\n|])(?=[\s"'\u200b\ufeff]*[=+\-@|%＝＋－＠])|^(?=[\t\r])/g;

/**
 * One cell. A formula can send away what is beside it; an apostrophe before its sign makes it text.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
function cell(value = ''): string {
  return `"${value.replace(formulaStart, "'").replaceAll('"', '""')}"`;
}

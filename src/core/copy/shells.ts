import { toCurl } from '../launch/curl.ts';
import type { Target } from './target.ts';

const json = 'application/json';

/** curl as bash and other shells of Unix read it. */
export function curlForBash({ method, url, headers, body }: Target): string {
  return toCurl({ method, url, headers: withType(headers, body), body });
}

/** curl as cmd.exe hands it on. */
export function curlForCmd({ method, url, headers, body }: Target): string {
  const lines = [
    `curl --request ${method} ${forCmd(url)}`,
    '--header "Authorization: Bearer %GENESYS_TOKEN%"',
    ...Object.entries(withType(headers, body)).map(
      ([name, value]) => `--header ${forCmd(`${name}: ${value}`)}`,
    ),
    ...(body === undefined ? [] : [`--data-raw ${forCmd(inAscii(body))}`]),
  ];
  return lines.join(' ^\n  ');
}

/**
 * A text as an argument for a program that cmd.exe calls: a caret before all that cmd.exe reads, and
 * a backslash before each quote for the program. A body's backslashes are written as JSON can.
 * https://learn.microsoft.com/cpp/c-language/parsing-c-command-line-arguments
 */
function forCmd(text: string): string {
  const line = text.replace(/\r?\n\s*/g, ' ').replace(/(\\*)"/g, '$1$1\\"');
  return `^"${line.replace(/[^\w\s:=+~'/.,?;*\-\u0080-\uffff]/g, '^$&')}^"`;
}

/** JSON without backslashes but those of `\uNNNN`, and without letters that depend on a code page. */
function inAscii(body: string): string {
  return body
    .replace(/\\(["\\/])/g, (_whole, sign: string) => code(sign))
    .replace(/[\u0080-\uffff]/g, code);
}

function code(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** PowerShell’s own command, since programs that it calls lose quotes in versions before 7.3. */
export function powerShell({ method, url, headers, body }: Target): string {
  const all = headers.map(([name, value]) => `  ${quoted(name)} = ${quoted(value)}`);
  const table = ['@{', '  Authorization = "Bearer $env:GENESYS_TOKEN"', ...all, '}'].join('\n');
  const own = body === undefined ? [] : [`$body = @'\n${laidOut(body)}\n'@`];
  const sent = body === undefined ? '' : ` -ContentType '${json}' -Body $body`;
  const send = `Invoke-RestMethod -Method ${method} -Uri ${quoted(url)} -Headers $headers${sent}`;
  return [`$headers = ${table}`, ...own, send].join('\n');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** JSON over several lines, in which no line can end the string around it. */
function laidOut(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2).replace(/[\u0080-\uffff]/g, code);
  } catch {
    return body.replace(/^'@/gm, " '@");
  }
}

/**
 * Genesys’s command line. It asks again after faults of the server and of the network, so that a
 * launch may happen twice: https://github.com/MyPureCloud/platform-client-sdk-cli (restclient.go).
 */
export function gc({ launch }: Target): string | undefined {
  if (launch === undefined) return undefined;
  const body = JSON.stringify(launch).replaceAll("'", "'\\''");
  return [
    '# gc repeats a request after a fault: a launch may happen twice.',
    `echo '${body}' | gc flows executions create`,
  ].join('\n');
}

function withType(headers: Target['headers'], body: string | undefined): Record<string, string> {
  return Object.fromEntries([
    ...(body === undefined ? [] : [['Content-Type', json] as const]),
    ...headers,
  ]);
}

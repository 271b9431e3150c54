import { type PowerShellScope, readPowerShell } from './powershell-reader.ts';
import { type SeenRequest, seenRequest } from './seen.ts';

const command = /\b(?:Invoke-RestMethod|Invoke-WebRequest|irm|iwr)\b/i;

/** Whether a text calls one of PowerShell's own commands for requests. */
export function looksLikePowerShell(text: string): boolean {
  return command.test(text);
}

/** Takes out the backticks that continue lines, so that curl.exe's words can be read as usual. */
export function withoutBackticks(text: string): string {
  return text.replace(/`\r?\n\s*/g, ' ').replace(/`(["`$])/g, '\\$1');
}

/**
 * Reads `Invoke-RestMethod` and `Invoke-WebRequest`, with hash tables, here-strings,
 * `ConvertTo-Json`, and variables that are set before.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.utility/invoke-restmethod
 */
export function requestFromPowerShell(script: string): SeenRequest {
  const call = command.exec(script);
  const start = call === null ? 0 : call.index + call[0].length;
  const scope = assignments(script.slice(0, call?.index ?? 0));
  const named = parameters(script, start, scope);
  const headers = Object.entries(asTable(named.get('headers'))).map(
    ([name, value]) => [name, String(value)] as const,
  );
  const type = named.get('contenttype');
  const body = named.get('body');
  return seenRequest({
    method: asText(named.get('method')) ?? 'GET',
    url: asText(named.get('uri')),
    headers: type === undefined ? headers : [...headers, ['Content-Type', String(type)]],
    headersShown: typeof named.get('headers') === 'string' ? 'no' : 'yes',
    bodyText: isOpen(body) ? undefined : asText(body),
  });
}

function assignments(text: string): PowerShellScope {
  const scope = new Map<string, unknown>();
  for (const found of text.matchAll(/\$([\w:]+)\s*=\s*/g)) {
    const read = readPowerShell(text, found.index + found[0].length, scope);
    if (read !== undefined) scope.set((found[1] ?? '').toLowerCase(), read.value);
  }
  return scope;
}

/** `-Name value` by its name in lower case; the one value without a name is the address. */
function parameters(text: string, start: number, scope: PowerShellScope): Map<string, unknown> {
  const named = new Map<string, unknown>();
  for (let at = start; at < text.length; ) {
    const skipped = /^(?:\s|`)*/.exec(text.slice(at, at + 1000))?.[0].length ?? 0;
    at += skipped;
    const name = /^-([a-z]+)/i.exec(text.slice(at, at + 40));
    const read = readPowerShell(text, name === null ? at : at + name[0].length, scope);
    if (name === null) {
      if (read === undefined) break;
      if (!named.has('uri')) named.set('uri', read.value);
    } else if (read !== undefined) {
      named.set((name[1] ?? '').toLowerCase(), read.value);
    }
    at = read?.end ?? at + (name?.[0].length ?? 1);
  }
  return named;
}

function asTable(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : {};
}

function asText(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function isOpen(value: unknown): boolean {
  return typeof value === 'string' && /^\{\{.*\}\}$/.test(value);
}

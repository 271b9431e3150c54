import { done, failed, type Outcome } from '../base/failure.ts';
import { maskSecrets } from '../base/redact.ts';
import { requestFromCurl } from './curl.ts';
import { requestFromFetch } from './fetch.ts';
import { looksLikeHttp, requestFromHttp } from './http.ts';
import { requestFromJson } from './json.ts';
import { readLiteral } from './literal.ts';
import { looksLikePowerShell, requestFromPowerShell, withoutBackticks } from './powershell.ts';
import { type SeenRequest, seenRequest } from './seen.ts';

/** Characters. A launch is a few kilobytes; ten times what the largest answer should be. */
export const longestPaste = 1_000_000;

/**
 * Reads a request from what people paste: a curl command (bash, cmd.exe, PowerShell),
 * `Invoke-RestMethod`, a `fetch(…)` snippet, raw HTTP, or JSON (a request, a HAR archive, only the
 * body). Nothing is run, and secrets are masked before anything is read.
 *
 * Fails with `request.empty`, `request.too-long`, `request.binary`, `request.too-deep` or
 * `request.not-a-request`.
 */
export function parseRequest(pasted: string): Outcome<SeenRequest> {
  if (pasted.length > longestPaste) {
    return failed('request.too-long', { length: pasted.length, most: longestPaste });
  }
  if (isBinary(pasted)) return failed('request.binary');
  const text = maskSecrets(pasted.replace(/^\ufeff/, '')).trim();
  if (text === '') return failed('request.empty');

  const command = text.replace(/^(?:[$>#]|PS [^>\n]*>)\s+/, '');
  const curl = /(?:^|\s)curl(?:\.exe)?\s/.exec(command);
  if (looksLikePowerShell(command)) return complete(requestFromPowerShell(command));
  if (looksLikeHttp(command)) return requestFromHttp(command);
  if (/^[[{“]/.test(command)) return fromJson(command);
  if (/\b(?:fetch|axios\.\w+)\s*\(/.test(command)) return requestFromFetch(command);
  if (curl !== null) return complete(fromCurl(command.slice(curl.index).trim()));
  return failed('request.not-a-request');
}

function fromCurl(command: string): SeenRequest {
  const forPowerShell = /`\s*$/m.test(command) || /`"/.test(command);
  const seen = requestFromCurl(forPowerShell ? withoutBackticks(command) : command);
  const isEscaped = seen.bodyText !== undefined && /^\s*\{\s*\\"/.test(seen.bodyText);
  // '{\"flowId\": …}' is how Windows PowerShell hands quotes to a program.
  return isEscaped ? { ...seen, bodyText: seen.bodyText.replaceAll('\\"', '"') } : seen;
}

/** A text that is almost JSON is taken for the body of a launch, mistakes and all. */
function fromJson(text: string): Outcome<SeenRequest> {
  const read = readLiteral(text);
  if (!read.ok) {
    return failed(
      read.failure.code === 'request.too-deep' ? 'request.too-deep' : 'request.not-a-request',
    );
  }
  const { value, repairs } = read.value;
  const seen = requestFromJson(value);
  const isBody = seen.ok && seen.value.url === undefined && seen.value.method === undefined;
  if (!isBody || repairs.length === 0) return seen;
  return done(seenRequest({ headersShown: 'no', bodyText: text }));
}

function complete(seen: SeenRequest): Outcome<SeenRequest> {
  return seen.url === undefined ? failed('request.not-a-request') : done(seen);
}

/** Text has no control characters but those of lines and tabs. */
function isBinary(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001f\ufffd]/.test(text);
}

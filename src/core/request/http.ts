import { done, failed, type Outcome } from '../base/failure.ts';
import { type SeenRequest, seenRequest } from './seen.ts';

const requestLine = /^[ \t]*([A-Za-z]{3,7})[ \t]+(\S+)(?:[ \t]+HTTP\/[\d.]+)?[ \t]*\r?$/m;
const headerLine = /^([\w-]+)[ \t]*:[ \t]*(.*)$/;

/**
 * Reads a request as it goes over the wire, or as an `.http` file or a forum writes it: a line with
 * method and address, headers, an empty line, the body. The empty line may be missing.
 *
 * Fails with `request.not-a-request`.
 */
export function requestFromHttp(text: string): Outcome<SeenRequest> {
  const line = requestLine.exec(text);
  const [, method, target = ''] = line ?? [];
  if (line === null || !/^(?:\/|https?:|\{\{|[\w-]+\.)/i.test(target)) {
    return failed('request.not-a-request');
  }
  const rest = text.slice(line.index + line[0].length).replace(/^\r?\n/, '');
  const lines = rest.split(/\r?\n/);
  const end = lines.findIndex((it) => !headerLine.test(it));
  const headers = (end < 0 ? lines : lines.slice(0, end)).map((it): [string, string] => {
    const [, name = '', value = ''] = headerLine.exec(it) ?? [];
    return [name, value];
  });
  const bodyText = end < 0 ? '' : lines.slice(end).join('\n').trim();
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1].trim();
  return done(
    seenRequest({
      method,
      url: host !== undefined && target.startsWith('/') ? `https://${host}${target}` : target,
      headers,
      headersShown: headers.length > 0 ? 'yes' : 'no',
      bodyText: bodyText === '' ? undefined : bodyText,
    }),
  );
}

/** Whether a text begins with a line of method and address. */
export function looksLikeHttp(text: string): boolean {
  return /^\s*(?:###[^\n]*\n\s*)*(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\S/i.test(text);
}

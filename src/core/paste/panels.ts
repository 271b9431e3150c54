import { z } from '../base/zod.ts';
import { bodyText, pairs, text } from '../export/parts.ts';
import { balancedEnd } from '../request/balanced.ts';
import { type PiecesWithPlaces, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyObjectIn } from './code-object.ts';

/**
 * Reads requests as the panels of tools show and copy them: the network panel of a browser
 * (https://developer.chrome.com/docs/devtools/network/reference#headers) and the console of Postman
 * (https://learning.postman.com/docs/sending-requests/response-data/troubleshooting-api-requests/).
 */
export function requestsOfPanels(pasted: string): PiecesWithPlaces {
  const network = ofNetworkPanel(pasted);
  const console = ofPostmanConsole(pasted);
  return {
    pieces: [...network.pieces, ...console.pieces],
    spans: [...network.spans, ...console.spans],
  };
}

/**
 * Reads labels and values, on one line or on two, and the payload as the panel shows it: `{flowId: "…", inputData: {…}}`.
 * `jsonIslands` reads a payload in JSON as a body alone.
 */
function ofNetworkPanel(pasted: string): PiecesWithPlaces {
  const found =
    /^[ \t]*Request URL:?\s+(\S+)[ \t]*\r?\n(?:[ \t]*Request Method:?\s+([A-Z]+)[ \t]*(?:\r?\n|$))?/m.exec(
      pasted,
    );
  if (found === null) return { pieces: [], spans: [] };
  const [whole, url, method] = found;
  const [payload = ''] = /^[ \t]*\{\w+: [^\n…]*\}[ \t]*$/m.exec(pasted) ?? [];
  const request = seenRequest({
    form: 'HTTP',
    method,
    url,
    headers: headersBelow(pasted),
    headersShown: 'no',
    bodyText: bodyObjectIn(payload),
    isWire: false,
  });
  return {
    pieces: [requestPiece(request, found.index)],
    spans: [[found.index, found.index + whole.length]],
  };
}

function headersBelow(pasted: string): [string, string][] {
  const named = pasted.matchAll(/^[ \t]*(content-type|authorization):?\s+(\S[^\n]*)$/gim);
  const [, below = ''] = /^[ \t]*Request Headers\b([\s\S]*)$/im.exec(pasted) ?? [];
  // Without a title these are the headers of the request if a token is among them.
  const isSent = /^[ \t]*authorization:/im.test(pasted) && !/^[ \t]*\w+ Headers\b/m.test(pasted);
  const sent = isSent ? pasted : below;
  return [...named]
    .filter(([line]) => sent.includes(line))
    .map(([, name = '', value = '']) => [name, value.trim()]);
}

const consoleSchema = z.object({
  'Request Headers': pairs,
  'Request Body': z.optional(z.unknown()),
  'Response Headers': pairs,
  'Response Body': z.optional(z.unknown()),
  status: text,
});

const consoleLine = /^[ \t]*(GET|POST|PUT|PATCH|DELETE)[ \t]+(\S+?):[ \t]*(?=\{)/gm;

function ofPostmanConsole(pasted: string): PiecesWithPlaces {
  const { pieces, spans }: PiecesWithPlaces = { pieces: [], spans: [] };
  for (const line of pasted.matchAll(consoleLine)) {
    const [whole, method, url] = line;
    const start = line.index + whole.length;
    const end = balancedEnd(pasted, start);
    const logged = end === undefined ? undefined : loggedIn(pasted.slice(start, end));
    if (end === undefined || logged === undefined) continue;
    const { 'Request Headers': headers, 'Request Body': body, 'Response Body': answer } = logged;
    const request = seenRequest({
      form: 'Postman',
      method,
      url,
      headers: headers ?? [],
      headersShown: headers === undefined ? 'no' : 'yes',
      bodyText: bodyText(body),
      isWhole: 'yes',
    });
    const answered =
      answer === undefined
        ? undefined
        : { status: undefined, headers: {}, body: bodyText(answer) ?? '' };
    pieces.push(requestPiece(request, line.index, answered));
    spans.push([line.index, end]);
  }
  return { pieces, spans };
}

function loggedIn(json: string): z.infer<typeof consoleSchema> | undefined {
  try {
    const parsed = consoleSchema.safeParse(JSON.parse(json));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

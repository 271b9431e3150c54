import { balancedEnd } from '../request/balanced.ts';
import { type PiecesWithPlaces, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/** The labels that people give to the parts of a request when they list them. */
const labels = {
  url: /^(?:(?:request|api|full|target|http)[ -]?)?(?:url|uri|end ?point|address|resource)$/i,
  method: /^(?:(?:http|request|api)[ -]?)?(?:method|verb|type|action)$/i,
  header: /^(?:(?:content|payload)[- ]type|authorization|accept|x-[\w-]+)$/i,
  body: /^(?:(?:request|raw|json|post|http|message|sample|input)[ -]?)*(?:body|payload|data|content)(?: ?\(?(?:raw|json|raw json)\)?)?$/i,
} as const;

type Label = keyof typeof labels;

interface Labelled {
  readonly label: Label;
  readonly name: string;
  readonly value: string;
  /** Where the line begins. */
  readonly at: number;
  readonly valueAt: number;
}

/**
 * Reads a request that a text lists part by part, as tickets, forms of tools and tables of Markdown do: `URL: …`,
 * `**Method:** POST`, `| Body | {…} |`, or the value on the line below its label. Reads the body only where it stands
 * on the line of its label; `jsonIslands` reads one that stands below. Empty where the text lists no request.
 */
export function requestsOfLabels(text: string): PiecesWithPlaces {
  const all = labelledIn(text);
  const address = all.map(addressOf).find((it) => it !== undefined) ?? methodAbove(text);
  if (address === undefined) return { pieces: [], spans: [] };
  const method = address.method ?? all.map(methodOf).find((it) => it !== undefined);
  const headers = all.filter(({ label }) => label === 'header').map(headerOf);
  const body = all.find(({ label, value }) => label === 'body' && value.startsWith('{'));
  if (all.length < 2 && method === undefined) return { pieces: [], spans: [] };
  const end = body && balancedEnd(text, body.valueAt);
  const last = Math.max(address.end, ...all.map((it) => it.valueAt + it.value.length));
  const request = seenRequest({
    form: 'HTTP',
    method,
    url: address.url,
    headers,
    headersShown: headers.length > 0 ? 'unsure' : 'no',
    // A list shows no end of its own, so its last line may break off.
    isCut: last >= text.trimEnd().length,
    isWire: false,
    bodyText: end === undefined ? undefined : text.slice(body?.valueAt, end),
  });
  const lines = all.filter(({ label }) => label !== 'body');
  return {
    pieces: [requestPiece(request, Math.min(address.at, all[0]?.at ?? address.at))],
    spans: [
      ...lines.map(({ at, valueAt, value }) => [at, valueAt + value.length] as const),
      ...(body === undefined || end === undefined ? [] : [[body.at, end] as const]),
    ],
  };
}

/** Zapier says `Payload Type: json`. */
function headerOf({ name, value }: Labelled): [string, string] {
  return /^payload/i.test(name)
    ? ['Content-Type', `application/${value}`]
    : [name.replace(' ', '-'), value];
}

/** A label and its value, with the bullet, emphasis or bars of a table around them. */
const line =
  /^[ \t]{0,20}(?:[-*•+|>]{1,3}[ \t]{0,4}|\d{1,2}[.)][ \t]{1,4})?(?:\*\*|__|`)?([A-Za-z][\w -]{1,40}?(?: ?\([\w ]{1,20}\))?)[ \t]{0,9}(?:\*\*|__|`)?[ \t]{0,9}(?:(?:[:=|\t]|->|=>)(?:\*\*|__)?[ \t]{0,9}(\S.*)?)?$/gm;

function labelledIn(text: string): Labelled[] {
  return [...text.matchAll(line)].flatMap((found): Labelled[] => {
    const [whole, name = '', beside = ''] = found;
    const label = (Object.keys(labels) as Label[]).find((it) => labels[it].test(name));
    if (label === undefined) return [];
    const end = found.index + whole.length;
    const [gap = '', below = ''] =
      beside === '' ? (/^\r?\n[ \t]{0,20}(\S[^\n]*)/.exec(text.slice(end, end + 3_000)) ?? []) : [];
    const shown = beside === '' ? below : beside;
    // This is a line of an object in code.
    if (/^["'].*["'],?$|,$/.test(shown.trim())) return [];
    const start = beside === '' ? end + gap.length - below.length : end - beside.length;
    const [, marks = '', value = ''] = /^([`"']{0,3})(.*?)[`"'|\s]{0,9}$/.exec(shown) ?? [];
    return [{ label, name, value, at: found.index, valueAt: start + marks.length }];
  });
}

const address =
  /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?((?:https?:\/\/|\/|\{\{?\w)\S*(?:\/api\/|flows?\b)\S*)$/i;

interface Address {
  readonly url: string;
  readonly method: string | undefined;
  readonly at: number;
  readonly end: number;
}

function addressOf({ label, value, at, valueAt }: Labelled): Address | undefined {
  const [, method, url] = (label === 'url' && address.exec(value)) || [];
  return url === undefined ? undefined : { url, method, at, end: valueAt + value.length };
}

function methodOf({ label, value }: Labelled): string | undefined {
  return label === 'method' ? /^(GET|POST|PUT|PATCH|DELETE)$/i.exec(value)?.[1] : undefined;
}

/** The address below a method, each alone on its line, as the API Explorer shows them. */
function methodAbove(text: string): Address | undefined {
  const found =
    /^[ \t]*(POST|PUT|PATCH|GET)[ \t]*\r?\n[ \t]*(https?:\/\/\S{1,300}\/api\/\S+|\/api\/\S+)[ \t]*$/m.exec(
      text,
    );
  if (found === null) return undefined;
  const [, method, url = ''] = found;
  return { url, method, at: found.index, end: found.index + found[0].length };
}

import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';

/**
 * Reads the request whose parts stand between grave accents in the sentences of a post:
 * `POST /api/v2/flows/executions` with `{ … }` and `Content-Type: application/json`. Empty where there is none.
 */
export function requestInSentences(text: string): Piece[] {
  const parts = [...text.matchAll(/`([^`\n]{2,5000})`/g)].map(([, part = '']) => part.trim());
  const [, method, url] = first(
    parts,
    /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?((?:https?:\/\/\S*)?\/api\/v\d\/flows?\/\S+)$/,
  );
  if (url === undefined) return [];
  const headers = parts.flatMap((part): [string, string][] => {
    const [, name, value] = /^(Content-Type|Authorization|Accept):\s*(.+)$/i.exec(part) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value]];
  });
  const body = parts.find((part) => /^\{.*\}$/.test(part));
  // An address alone may be quoted by an error, and says nothing about what was sent.
  if (body === undefined && headers.length === 0) return [];
  const request = seenRequest({
    form: 'HTTP',
    method,
    url,
    headers,
    headersShown: 'no',
    bodyText: body,
    isWire: false,
  });
  return [requestPiece(request, text.indexOf('`'))];
}

function first(parts: readonly string[], pattern: RegExp): readonly (string | undefined)[] {
  return parts.map((part) => pattern.exec(part)).find((it) => it !== null) ?? [];
}

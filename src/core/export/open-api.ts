import { isObject } from '../base/json.ts';
import { type Piece, requestPiece } from '../request/piece.ts';
import { seenRequest } from '../request/seen.ts';
import { bodyText, findAll } from './parts.ts';

const methods = ['post', 'put', 'get', 'patch', 'delete'];

/**
 * The operations of an OpenAPI description that have an example of what is sent:
 * https://spec.openapis.org/oas/v3.1.0
 */
export function requestsOfOpenApi(value: unknown): Piece[] {
  if (!isObject(value)) return [];
  const paths = isObject(value.paths) ? value.paths : isPaths(value) ? value : undefined;
  if (paths === undefined) return [];
  const base = baseOf(value);
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method): Piece[] => {
      const operation = isObject(item) ? item[method] : undefined;
      if (!isObject(operation)) return [];
      const example = exampleIn(operation);
      const isLaunch = /flows?\/exec/i.test(path);
      if (example === undefined && !isLaunch) return [];
      return [
        requestPiece(
          seenRequest({
            form: 'OpenAPI',
            method,
            url: `${base}${path}`,
            headers: [['Content-Type', 'application/json']],
            headersShown: 'no',
            bodyText: bodyText(example),
          }),
        ),
      ];
    }),
  );
}

function isPaths(value: Readonly<Record<string, unknown>>): boolean {
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => name.startsWith('/'));
}

function baseOf({ servers, host, basePath, schemes }: Readonly<Record<string, unknown>>): string {
  const [server] = Array.isArray(servers) ? servers : [];
  if (isObject(server) && typeof server.url === 'string') return server.url.replace(/\/$/, '');
  if (typeof host !== 'string') return '';
  const [scheme] = Array.isArray(schemes) ? schemes : [];
  const path = typeof basePath === 'string' ? basePath.replace(/\/$/, '') : '';
  return `${typeof scheme === 'string' ? scheme : 'https'}://${host}${path}`;
}

/** The first example of what is sent, wherever the operation has it. */
function exampleIn({ requestBody, parameters }: Readonly<Record<string, unknown>>): unknown {
  const [found] = findAll([requestBody, parameters], (it) => {
    if (it.example !== undefined && it.example !== null) return { example: it.example };
    const [first] = isObject(it.examples) ? Object.values(it.examples) : [];
    return isObject(first) && 'value' in first ? { example: first.value } : undefined;
  });
  return found?.example;
}

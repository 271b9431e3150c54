import type { Answer, SandboxRequest } from './exchange.ts';
import type { Token } from './tokens.ts';

/** A request to the API whose token, scope and permission have been found in order. */
export interface Call {
  request: SandboxRequest;
  token: Token;
  /** The token's own value, as it stood in the header. */
  bearer: string;
  query: URLSearchParams;
  /** What the braces in the route's path stand for. */
  parameter: string;
}

/**
 * One operation of the API. The token needs one of `scopes`; the user needs one of the
 * permissions (`any`) or all of them (`all`), or none where there is none.
 */
export interface Route {
  method: string;
  /** `{…}` stands for one part of the path. */
  path: string;
  scopes: readonly string[];
  permissions?: { any: readonly string[] } | { all: readonly string[] };
  handle(call: Call): Answer;
}

/** A scope that lets Architect's API change things lets it read them, too. */
export const readScopes = ['architect', 'architect:readonly'] as const;

/** The values of a parameter that may be repeated or hold a list with commas. */
export function listOf(query: URLSearchParams, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

import type { Sandbox } from './sandbox.ts';

/** An answer of the API as the sandbox's own tests look at it. */
export interface ApiAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** The body where it is a JSON object; empty otherwise. */
  body: Record<string, unknown>;
}

interface CallOptions extends RequestInit {
  /** The access token; none is sent for an empty one. */
  token: string;
}

/** Calls the API and reads the whole answer. */
export async function callApi(
  { url }: Sandbox,
  path: string,
  { token, headers, ...init }: CallOptions,
): Promise<ApiAnswer> {
  const response = await fetch(`${url}${path}`, {
    ...init,
    headers: { ...(token === '' ? {} : { authorization: `Bearer ${token}` }), ...headers },
  });
  const text = await response.text();
  const isJson = text !== '' && response.headers.get('content-type') === 'application/json';
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson ? JSON.parse(text) : {},
  };
}

/** Launches with a body, by an author unless another token is given. */
export function launch(
  sandbox: Sandbox,
  body: unknown,
  token = sandbox.issueToken('author'),
): Promise<ApiAnswer> {
  return callApi(sandbox, '/api/v2/flows/executions', {
    token,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

import { parseJson } from './json.ts';

/** One HTTP request, decided in full before anything is sent: what is shown is what goes out. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'DELETE' | 'HEAD';
  url: string;
  /** Without `Authorization`: the adapter that sends adds the token, so that nothing here can leak it. */
  headers: Readonly<Record<string, string>>;
  /** The exact text that goes out. */
  body?: string | undefined;
}

/** An access token, and the one origin that it may go to: `https://api.mypurecloud.de`. */
export interface Bearer {
  accessToken: string;
  origin: string;
}

/** What came back, read as text whatever it claims to be. */
export interface HttpAnswer {
  status: number;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  body: string;
  /** The body was longer than the reader's limit and ends early. */
  cut: boolean;
}

/** Why there is no answer. */
export type NoAnswer =
  /** The browser knows that it has no network: nothing was sent. */
  | 'offline'
  /** It would have gone to another origin than the token belongs to: nothing was sent. */
  | 'other-address'
  /** There was no connection to send it over: proven, because the browser never asked for the body. */
  | 'not-reached'
  /** No answer within our own time limit; it may have been processed. */
  | 'timeout'
  /** The connection failed, before or after the request arrived: the platform does not tell which. */
  | 'connection-failed';

/** The content type of a form that is sent as one line. */
export const formType = 'application/x-www-form-urlencoded';

/** What came back of a request. */
export type Reply = { answer: HttpAnswer } | { noAnswer: NoAnswer };

/** The id that Genesys Cloud's support asks for, on every answer of its API. */
export function correlationId(answer: HttpAnswer): string | undefined {
  return answer.headers['inin-correlation-id'];
}

/** A body as JSON, or `undefined` where it is none. */
export function jsonOf({ body }: { readonly body: string }): unknown {
  return parseJson(body)?.value;
}

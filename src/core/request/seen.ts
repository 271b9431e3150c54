import { maskHeader, maskSecrets } from '../base/redact.ts';

/**
 * A request as somebody showed it, which is not always all of it. Holds no secret: credentials are
 * masked before anything else looks at the request.
 */
export interface SeenRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly SeenHeader[];
  /** Whether a header that is not among `headers` was not sent, or was only not shown. */
  readonly headersShown: 'yes' | 'no' | 'unsure';
  /** `undefined` when no body was shown. */
  readonly bodyText: string | undefined;
  /** Someone else adds the credentials, as a data action of Genesys Cloud does. */
  readonly credentialsAdded: boolean;
}

export interface SeenHeader {
  readonly name: string;
  readonly value: string;
}

/** Puts a request together, its secrets masked. Everything but what is given counts as not shown. */
export function seenRequest(parts: {
  method?: string | undefined;
  url?: string | undefined;
  headers?: Iterable<readonly [string, string]>;
  headersShown?: SeenRequest['headersShown'];
  bodyText?: string | undefined;
  credentialsAdded?: boolean;
}): SeenRequest {
  const headers = [...(parts.headers ?? [])].map(([name, value]) => {
    return { name: name.trim(), value: maskHeader(name.trim(), value) };
  });
  return {
    method: parts.method?.trim().toUpperCase() || undefined,
    url: parts.url === undefined ? undefined : maskSecrets(parts.url.trim()) || undefined,
    headers,
    headersShown: parts.headersShown ?? 'yes',
    bodyText: parts.bodyText === undefined ? undefined : maskSecrets(parts.bodyText),
    credentialsAdded: parts.credentialsAdded ?? false,
  };
}

/** The value of a header, its name in any case. */
export function headerOf(request: SeenRequest, name: string): string | undefined {
  return request.headers.find((header) => header.name.toLowerCase() === name)?.value;
}

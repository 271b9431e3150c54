import { maskHeader, maskSecrets } from '../base/redact.ts';

/**
 * A request as it was shown, which is not always all of it. Holds no secret: credentials are
 * masked before anything else looks at the request.
 */
export interface SeenRequest {
  /** In what it was written: `curl`, `fetch`, `Postman`. Empty for an object of `{ method, url … }`. */
  readonly form: string;
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: readonly SeenHeader[];
  /** Whether a header that is not among `headers` was not sent, or was only not shown. */
  readonly headersShown: 'yes' | 'no' | 'unsure';
  /** `undefined` when no body was shown. */
  readonly bodyText: string | undefined;
  /** The file or the variable in which a body lies that was not shown. */
  readonly bodyBehind: string | undefined;
  /** Whether the body is written as it goes over the wire, so that its mistakes are sent, too. */
  readonly isWire: boolean;
  /** Whether the body was given as an object to something that sends texts. */
  readonly isUnserialized: boolean;
  /** How many levels of the body are sent, where what writes it loses those below. */
  readonly depthKept: number | undefined;
  /** Whether all of the request was shown, so that what is missing was not sent. */
  readonly isWhole: 'yes' | 'likely' | 'no';
  /** Whether the text may break off within the request: then nothing of it is certain. */
  readonly isCut: boolean;
  /** Whether the method was written down, rather than concluded from what is missing. */
  readonly isMethodSaid: boolean;
  /** Someone else adds the credentials, as a data action of Genesys Cloud does. */
  readonly credentialsAdded: boolean;
  /** Whether the code names a gateway of its owner's, which has a host and a path of its own. */
  readonly isByGateway: boolean;
  /** The class of an SDK that Genesys does not publish, where the request comes from one. */
  readonly unknownSdk: string | undefined;
  /** A place for a variable, in a text in which its language fills none in: it is sent as it stands. */
  readonly unfilled: string | undefined;
  /** What is written down and yet does not leave. */
  readonly notSent: NotSent | undefined;
}

/** Headers or members that are not sent, the code that drops them, and what would send them. */
export interface NotSent {
  readonly given: string;
  readonly names: readonly string[];
  readonly right: string;
}

export interface SeenHeader {
  readonly name: string;
  readonly value: string;
}

/** What is known of a request; everything but what is given counts as not shown. */
export type RequestParts = Partial<Omit<SeenRequest, 'headers'>> & {
  readonly headers?: Iterable<readonly [string, string]>;
};

/** Puts a request together, its secrets masked. */
export function seenRequest(parts: RequestParts): SeenRequest {
  const headers = [...(parts.headers ?? [])].map(([name, value]) => {
    return { name: name.trim(), value: maskHeader(name.trim(), value) };
  });
  return {
    form: parts.form ?? '',
    method: parts.method?.trim().toUpperCase() || undefined,
    url: parts.url === undefined ? undefined : maskSecrets(parts.url.trim()) || undefined,
    headers,
    headersShown: parts.headersShown ?? 'yes',
    bodyText: parts.bodyText === undefined ? undefined : maskSecrets(parts.bodyText),
    bodyBehind: parts.bodyBehind,
    isWire: parts.isWire ?? true,
    isUnserialized: parts.isUnserialized ?? false,
    depthKept: parts.depthKept,
    isWhole: parts.isWhole ?? 'no',
    isCut: parts.isCut ?? false,
    isMethodSaid: parts.isMethodSaid ?? true,
    credentialsAdded: parts.credentialsAdded ?? false,
    isByGateway: parts.isByGateway ?? false,
    unknownSdk: parts.unknownSdk,
    unfilled: parts.unfilled,
    notSent: parts.notSent,
  };
}

/** The value of a header, its name in any case. */
export function headerOf(request: SeenRequest, name: string): string | undefined {
  return request.headers.find((header) => header.name.toLowerCase() === name)?.value;
}

import { type Finding, type FindingCode, finding } from '../base/finding.ts';
import { isBearerExpression, isRedacted } from '../base/redact.ts';
import { holdsOpenPlace, isOpenPlace } from '../request/open-place.ts';
import { headerOf, type SeenHeader, type SeenRequest } from '../request/seen.ts';

/** What each finding about headers says is sent instead. */
const json = 'application/json';

/**
 * Set by the program that sends the corrected request. Browsers copy the pseudo-headers of HTTP/2
 * (https://www.rfc-editor.org/rfc/rfc9113#section-8.3.1) as if they were headers.
 */
const hopByHop =
  /^(?:host|content-length|connection|accept-encoding|transfer-encoding|cookie|:?(?:authority|method|path|scheme))$/i;

/** Checks the content type and the bearer token of a request that is meant to launch a flow. */
export function checkHeaders(seen: SeenRequest): Finding[] {
  return [...checkContentType(seen), ...checkBearer(seen)];
}

/** The headers as they should be: content type and bearer token right, the rest as they were. */
export function correctedHeaders(seen: SeenRequest): Record<string, string> {
  const given = headerOf(seen, 'authorization') ?? '';
  const isKept = hasBearer(given) || (isOpenPlace(given) && given !== '<token>');
  const bearer = isKept || isBearerExpression(given) ? given : apart(given);
  const rest = seen.headers.filter(({ name }) => !isReplaced(name) && name !== '');
  return Object.fromEntries([
    ['Content-Type', json],
    ...(seen.credentialsAdded ? [] : [['Authorization', bearer]]),
    ...rest.map(({ name, value }: SeenHeader) => [name, value]),
  ]);
}

function checkContentType(seen: SeenRequest): Finding[] {
  const type = headerOf(seen, 'content-type')?.trim();
  if (type === undefined || type === '') {
    const isNeeded = seen.bodyText !== undefined || seen.bodyBehind !== undefined;
    return isNeeded ? missing('missing-content-type', seen) : [];
  }
  if (/^["']?application\/json\b/i.test(type) || holdsOpenPlace(type)) return [];
  const certainty = /\+json\b/i.test(type) ? 'likely' : 'certain';
  return [finding('wrong-content-type', certainty, { type })];
}

/** A token in a header of another name, in the address or of another scheme is not looked at. */
function checkBearer(seen: SeenRequest): Finding[] {
  if (seen.credentialsAdded) return [];
  const given = headerOf(seen, 'authorization');
  if (given === undefined) {
    // An address without a host was shortened, or another program sends the request and adds the token.
    const isShort = seen.url === undefined || seen.url.startsWith('/');
    return missing('missing-bearer', seen).map((it) =>
      isShort && seen.headers.length > 0 ? { ...it, certainty: 'possible' as const } : it,
    );
  }
  if (hasBearer(given)) return [];
  // What stands in a variable, or was taken out of a log, was not shown.
  if (isRedacted(given)) return [];
  if (isBearerExpression(given)) return [];
  if (isOpenPlace(given) && !/^<token>$/.test(given)) {
    // The name of a token says that it may stand there without its scheme.
    const isToken = /token|jwt/i.test(given) && !/bearer|auth\w*header/i.test(given);
    return isToken ? [finding('missing-bearer', 'possible', { scheme: given })] : [];
  }
  const [scheme = ''] = given.split(/\s/);
  if (/^bearer[^\s:]/i.test(scheme)) return [finding('missing-bearer', 'likely', { scheme })];
  // What stands alone in a header that was sent is the token itself; a list may leave its scheme out.
  const sureness =
    scheme === '<token>' && seen.isWire
      ? 'likely'
      : holdsOpenPlace(scheme)
        ? 'possible'
        : 'certain';
  return [finding('missing-bearer', sureness, { scheme })];
}

/** The header with the scheme apart from a token that sticks to it. */
function apart(authorization: string): string {
  const [, token] = /^bearer:?\s*(\{\{[^{}]*\}\})$/i.exec(authorization) ?? [];
  return `Bearer ${token ?? '<token>'}`;
}

function hasBearer(authorization: string): boolean {
  const [, token] = /^bearer\s+(.*)$/is.exec(authorization.trim()) ?? [];
  return (
    token !== undefined &&
    !/^(?:undefined|null|none|\[object \w+\]|(?:bearer\b|\{?"|id:<).*)?$/i.test(token.trim())
  );
}

/** A header that was not shown need not be missing. */
function missing(code: FindingCode, seen: SeenRequest): Finding[] {
  if (seen.headersShown === 'no') return [];
  return [finding(code, seen.headersShown === 'yes' ? 'certain' : 'likely')];
}

function isReplaced(name: string): boolean {
  return /^(?:content-type|authorization)$/i.test(name) || hopByHop.test(name);
}

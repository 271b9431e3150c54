import { regions } from '../base/environment.ts';
import { type Finding, finding } from '../base/finding.ts';
import { headerOf, type SeenRequest } from '../request/seen.ts';
import { partsOf } from './address.ts';

/**
 * Checks a request for an access token by what it shows: the login server's address, the grant, the
 * scopes. https://developer.genesys.cloud/authorization/platform-auth/
 */
export function checkTokenRequest(seen: SeenRequest): Finding[] {
  const { origin = '' } = partsOf(seen.url ?? '');
  const host = origin.replace(/^\w+:\/\//, '').toLowerCase();
  const region = regions.find(({ domain }) => host === domain || host.endsWith(`.${domain}`));
  const found: Finding[] = [];
  if (region !== undefined && host !== `login.${region.domain}`) {
    found.push(finding('wrong-login-host', 'certain', { host, right: `login.${region.domain}` }));
  }
  const body = seen.bodyText ?? '';
  if (body !== '' && !/grant_type/.test(body)) found.push(finding('missing-grant', 'likely'));
  const type = headerOf(seen, 'content-type') ?? '';
  if (/json/i.test(type)) found.push(finding('token-wants-form', 'likely', { type }));
  const unknown = scopesIn(body).filter((scope) => !isScope(scope));
  if (unknown.length > 0) found.push(finding('unknown-scope', 'likely', { scopes: unknown }));
  return found.length > 0 ? found : [finding('token-request-fine', 'likely')];
}

function scopesIn(body: string): string[] {
  const [, scopes = ''] = /\bscopes?["']?\s*[=:]\s*["']?([\w:%+ .-]+)/.exec(body) ?? [];
  return scopes
    .replace(/%3A/gi, ':')
    .split(/[+ ]|%20/)
    .filter((scope) => scope !== '');
}

/** Scopes are a domain, or a domain with `:readonly`. */
function isScope(scope: string): boolean {
  return (
    /^[a-z][a-z-]*(?::readonly)?$/.test(scope) &&
    !/^(?:flow|flows|admin|openid|offline_access)$/.test(scope)
  );
}

/** The domain of the region that a request goes to; `undefined` where the address names none. */
export function domainOf(seen: SeenRequest): string | undefined {
  const { origin = '' } = partsOf(seen.url ?? '');
  const host = origin.replace(/^\w+:\/\//, '').toLowerCase();
  return regions.find(({ domain }) => host === `api.${domain}` || host === `login.${domain}`)
    ?.domain;
}

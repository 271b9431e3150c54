import { hostsOf } from '../base/environment.ts';
import type { Connection } from '../settings/settings.ts';

/**
 * Where a person signs in: the authorization request of OAuth's code flow with PKCE (S256).
 * https://developer.genesys.cloud/authorization/platform-auth/use-pkce
 */
export function signInAddress(
  { environment, clientId, scopes }: Connection,
  request: { redirectUri: string; state: string; codeChallenge: string },
): URL {
  const address = new URL(`${hostsOf(environment).login}/oauth/authorize`);
  address.search = new URLSearchParams({
    client_id: clientId,
    response_type: 'code',
    redirect_uri: request.redirectUri,
    scope: scopes.join(' '),
    state: request.state,
    code_challenge: request.codeChallenge,
    code_challenge_method: 'S256',
  }).toString();
  return address;
}

import { hostsOf } from '../base/environment.ts';
import type { Connection } from '../settings/settings.ts';

/**
 * Where a person signs in: the authorization request of OAuth's code flow with PKCE (S256).
 * https://developer.genesys.cloud/authorization/platform-auth/use-pkce
 *
 * What goes beyond OAuth (`org` with `provider`, `login_hint`, `prompt`) is what Genesys' own client can
 * send: `ApiClient.js` of https://www.npmjs.com/package/purecloud-platform-client-v2
 *
 * @param request.asksWho ask who signs in, also where a person is signed in to the login server
 */
export function signInAddress(
  { environment, clientId, scopes, singleSignOn, loginHint }: Connection,
  request: { redirectUri: string; state: string; codeChallenge: string; asksWho?: boolean },
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
    ...singleSignOn,
    // A hint at one account would be in the way of choosing another.
    ...(loginHint !== undefined && !request.asksWho && { login_hint: loginHint }),
    ...(request.asksWho && { prompt: 'login' }),
  }).toString();
  return address;
}

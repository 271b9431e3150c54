import * as oauth from 'oauth4webapi';
import { hostsOf, redirectPath } from '../../core/base/environment.ts';
import { done, type Failure, failed, type Outcome } from '../../core/base/failure.ts';
import { jsonOf } from '../../core/base/http.ts';
import { allowsLoopback } from '../../core/base/loopback.ts';
import {
  idleMinutesOf,
  readWhoAmI,
  type Session,
  whoAmIRequest,
} from '../../core/session/session.ts';
import { signInAddress } from '../../core/session/sign-in-address.ts';
import { signInFailure, tokenFailure } from '../../core/session/sign-in-failure.ts';
import type { Connection } from '../../core/settings/settings.ts';
import { send } from '../../platform/http.ts';
import { redirectUrl, visitLoginServer } from '../../platform/sign-in-window.ts';

/** The shortest life of a token that can be set for a client; taken where the server tells none. */
const shortestLife = 300;

/**
 * Signs in by authorization code with PKCE, as the OAuth 2.0 Security Best Current Practice asks:
 * a verifier and a state of their own for every attempt, a redirect path of its own for every
 * environment. Failures are those of `visitLoginServer` and `signInFailure`.
 *
 * No refresh token is used: the API lets only confidential clients redeem one, so a session is
 * renewed by asking again silently while the login session lives.
 * https://www.rfc-editor.org/rfc/rfc9700
 */
export async function authorize(
  connection: Connection,
  options: { silently: boolean; asksWho?: boolean },
): Promise<Outcome<Session>> {
  const redirectUri = redirectUrl(redirectPath(connection.environment));
  const { host } = new URL(redirectUri);
  // Some browsers built from Chromium's sources replace the addresses of Google in them, this one too.
  if (!host.endsWith('.chromiumapp.org')) return failed('sign-in-redirect-rewritten', { host });
  const codeVerifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();

  const address = signInAddress(connection, {
    redirectUri,
    state,
    codeChallenge: await oauth.calculatePKCECodeChallenge(codeVerifier),
    asksWho: options.asksWho ?? false,
  });

  const returned = await visitLoginServer(address, options);
  if (!returned.ok) return returned;
  const { origin, pathname } = returned.value;
  if (`${origin}${pathname}` !== redirectUri) return failed('sign-in-elsewhere');

  const refused = errorWithoutState(returned.value);
  if (refused !== undefined) return { ok: false, failure: refused };
  return redeemCode(connection, returned.value, { redirectUri, codeVerifier, state });
}

/** Redeems the code in the address that the login server led back to. */
async function redeemCode(
  connection: Connection,
  returned: URL,
  attempt: { redirectUri: string; codeVerifier: string; state: string },
): Promise<Outcome<Session>> {
  const { login } = hostsOf(connection.environment);
  const server: oauth.AuthorizationServer = {
    issuer: login,
    authorization_endpoint: `${login}/oauth/authorize`,
    token_endpoint: `${login}/oauth/token`,
  };
  const client: oauth.Client = { client_id: connection.clientId };
  try {
    const parameters = oauth.validateAuthResponse(server, client, returned, attempt.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      attempt.redirectUri,
      attempt.codeVerifier,
      {
        signal: AbortSignal.timeout(20_000),
        [oauth.allowInsecureRequests]: allowsLoopback,
        [oauth.customFetch]: (url, init) =>
          fetch(url, { ...init, credentials: 'omit', redirect: 'error', cache: 'no-store' }),
      },
    );
    if (!response.ok) return { ok: false, failure: tokenFailure(await plainAnswer(response)) };
    const token = await oauth.processAuthorizationCodeResponse(server, client, response);
    return done(await sessionOfToken(connection, token));
  } catch (error) {
    return { ok: false, failure: signInFailure(describe(error)) };
  }
}

/** A session with what the server tells about its user; a session all the same where it tells nothing. */
async function sessionOfToken(
  { environment }: Connection,
  token: oauth.TokenEndpointResponse,
): Promise<Session> {
  const accessToken = token.access_token;
  const life = token.expires_in ?? shortestLife;
  const expiresAt = Date.now() + life * 1000;
  const hosts = hostsOf(environment);
  const reply = await send(whoAmIRequest(hosts), { accessToken, origin: hosts.api });
  const session = { id: crypto.randomUUID(), accessToken, expiresAt };
  if (!('answer' in reply) || reply.answer.status !== 200) return session;
  const known = jsonOf(reply.answer);
  const idleMinutes = idleMinutesOf(known, reply.answer.headers.date, life);
  return { ...session, ...readWhoAmI(known), idleMinutes };
}

/**
 * An error that came back without `state`, which the library would only call a mismatch. Nothing is
 * used of it but its words.
 */
function errorWithoutState({ searchParams }: URL): Failure | undefined {
  const error = searchParams.get('error');
  if (error === null || searchParams.has('state')) return undefined;
  const description = searchParams.get('error_description') ?? undefined;
  return signInFailure({ step: 'authorize', error, description });
}

async function plainAnswer(response: Response): Promise<Parameters<typeof tokenFailure>[0]> {
  const { status, headers } = response;
  return { status, headers: Object.fromEntries(headers), body: await response.text() };
}

/** What the library throws, as data: its classes say who is to blame. */
function describe(error: unknown): Parameters<typeof signInFailure>[0] {
  if (error instanceof oauth.AuthorizationResponseError) {
    return { step: 'authorize', error: error.error, description: error.error_description };
  }
  if (error instanceof oauth.ResponseBodyError) {
    return { step: 'token', error: error.error, description: error.error_description };
  }
  if (error instanceof oauth.OperationProcessingError) {
    return { step: 'answer', error: error.code ?? '', description: error.message };
  }
  return { step: 'network', error: '', description: undefined };
}

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type {
  Provider as AuthorizationServer,
  Configuration,
  KoaContextWithOIDC,
} from 'oidc-provider';
import { page } from './html.ts';
import { clientId, clientScopes } from './identity.ts';
import type { LoginStore } from './login-store.ts';
import { errors, interactionPolicy, Provider } from './oidc-provider-quiet.ts';
import { errorBody } from './sign-in-page.ts';
import { pageStyle } from './style.ts';
import type { Tokens } from './tokens.ts';
import { findUser } from './users.ts';

interface LoginOptions {
  url: string;
  redirectUris: readonly string[];
  tokenSeconds: number;
  store: LoginStore;
  tokens: Tokens;
  now(): number;
}

export const sessionCookie = 'sandbox_session';

/**
 * The authorization server of the sandbox: a real one, dressed as Genesys Cloud's. Authorization
 * code with PKCE (S256) for one public client, no refresh tokens, opaque access tokens.
 * https://developer.genesys.cloud/authorization/platform-auth/use-pkce
 */
export function createAuthorizationServer(options: LoginOptions): AuthorizationServer {
  const provider = new Provider(options.url, configurationOf(options));
  provider.use(async (context, next) => {
    useConfiguredScopes(context);
    await next();
    if (context.path === '/oauth/token') dressTokenAnswer(context, options);
    else hideIssuer(context);
  });
  return provider;
}

function configurationOf({ store, redirectUris, tokenSeconds }: LoginOptions): Configuration {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const policy = interactionPolicy.base();
  policy.remove('consent');
  return {
    adapter: store.adapter,
    clients: [
      {
        client_id: clientId,
        client_name: 'Kickoff',
        redirect_uris: redirectUris,
        grant_types: ['authorization_code'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        id_token_signed_response_alg: 'ES256',
        scope: clientScopes.join(' '),
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }] },
    cookies: {
      keys: [randomBytes(32).toString('hex')],
      names: { session: sessionCookie, interaction: 'sandbox_sign_in', resume: 'sandbox_resume' },
    },
    routes: { authorization: '/oauth/authorize', token: '/oauth/token' },
    scopes: [...clientScopes],
    pkce: { required: () => true },
    clientBasedCORS: () => true,
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
    },
    interactions: { policy, url: (_, { uid }) => `/sign-in/${uid}` },
    // What the real server makes of a foreign scope such as `flow:execute` is unknown. It is refused
    // here, so that no code comes to rely on it. A check runs whether its parameter is there or not.
    extraParams: { org: null, provider: null, target: refuseForeignScopes },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    // No consent page: the organization has approved the client.
    async loadExistingGrant({ oidc }) {
      const { client, session, provider, requestParamScopes } = oidc;
      const accountId = session?.accountId;
      if (!client || accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId });
      grant.addOIDCScope([...requestParamScopes].join(' '));
      await grant.save();
      return grant;
    },
    renderError(context, { error, error_description }) {
      context.status = 400;
      context.type = 'html';
      context.body = page({
        title: 'Sign-in is not possible',
        style: pageStyle,
        body: errorBody(error, error_description),
      });
    },
    ttl: {
      AccessToken: tokenSeconds,
      AuthorizationCode: 60,
      Grant: 86_400,
      Interaction: 3600,
      Session: 86_400,
    },
  };
}

/** The official client never names scopes; those that the OAuth client is set up with then apply. */
function useConfiguredScopes(context: { path: string; query: Record<string, unknown> }): void {
  if (context.path === '/oauth/authorize' && context.query.scope === undefined) {
    context.query = { ...context.query, scope: clientScopes.join(' ') };
  }
}

/** Reads the query, because the server's own parameters hold only the scopes it knows. */
function refuseForeignScopes({ query }: KoaContextWithOIDC): void {
  const foreign = String(query.scope ?? '')
    .split(' ')
    .find((scope) => scope !== '' && !clientScopes.some((known) => known === scope));
  if (foreign !== undefined) {
    throw new errors.InvalidScope('The client is not authorized for the scope', foreign);
  }
}

/** Keeps the new token for the API, and gives the answer the fields that Genesys Cloud's has. */
function dressTokenAnswer(
  context: { status: number; body: unknown; oidc?: KoaContextWithOIDC['oidc'] },
  { tokens, tokenSeconds, now }: LoginOptions,
): void {
  const answer = Object(context.body);
  if (typeof answer.error === 'string') {
    const description = answer.error_description ?? answer.error;
    context.status = 400;
    context.body = { error: answer.error, description, error_description: description };
  } else if (typeof answer.access_token === 'string') {
    const user = findUser(context.oidc?.entities.AccessToken?.accountId ?? '');
    const scopes = context.oidc?.entities.AccessToken?.scope?.split(' ') ?? [];
    if (user) {
      tokens.add(answer.access_token, { user, scopes, expires: now() + tokenSeconds * 1000 });
    }
    context.body = {
      access_token: answer.access_token,
      token_type: 'bearer',
      expires_in: tokenSeconds,
    };
  }
}

/** Genesys Cloud answers an authorization without the `iss` parameter of RFC 9207. */
function hideIssuer({ response }: { response: KoaContextWithOIDC['response'] }): void {
  const { location } = response.headers;
  if (typeof location !== 'string' || !location.includes('iss=')) return;
  const target = new URL(location);
  target.searchParams.delete('iss');
  response.set('location', target.href);
}

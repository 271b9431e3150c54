import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { type Answer, htmlPage, type SandboxRequest, send } from './exchange.ts';
import { page } from './html.ts';
import type { LoginStore } from './login-store.ts';
import { sessionCookie } from './oauth.ts';
import { signedOutBody, signInBody } from './sign-in-page.ts';
import { pageStyle } from './style.ts';
import { findUser } from './users.ts';

/** Shows the sign-in form of an authorization in progress, and takes what is typed into it. */
export async function signIn(
  provider: Provider,
  request: SandboxRequest,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(message, response).catch(() => undefined);
  if (!interaction) {
    send(response, form('', '', 'This sign-in has ended. Please start again.', 400));
    return;
  }
  const { uid, params } = interaction;
  const hint = typeof params.login_hint === 'string' ? params.login_hint : '';
  if (request.method !== 'POST') {
    send(response, form(uid, hint.split(':')[0] ?? ''));
    return;
  }
  const fields = new URLSearchParams(request.bodyText);
  if (fields.has('cancel')) {
    await provider.interactionFinished(message, response, {
      error: 'access_denied',
      error_description: 'The user cancelled the sign-in',
    });
    return;
  }
  const email = fields.get('email') ?? '';
  const user = findUser(email);
  if (user === undefined || fields.get('password') !== user.password) {
    send(response, form(uid, email, 'The email address or the password is wrong.'));
    return;
  }
  await provider.interactionFinished(message, response, { login: { accountId: user.id } });
}

/**
 * Ends the browser's login session; the access tokens live on. Leads back to `redirect_uri` where
 * one is registered.
 */
export function signOut(
  request: SandboxRequest,
  store: LoginStore,
  redirectUris: readonly string[],
): Answer {
  const cookie = new RegExp(`(?:^|; )${sessionCookie}=([^;]+)`).exec(request.headers.cookie ?? '');
  if (cookie?.[1] !== undefined) store.endSession(cookie[1]);
  const back = new URLSearchParams(request.query).get('redirect_uri');
  if (back !== null && redirectUris.includes(back)) {
    return { status: 302, headers: { location: back } };
  }
  return htmlPage(page({ title: 'Signed out', style: pageStyle, body: signedOutBody() }));
}

function form(uid: string, email: string, problem?: string, status = 200): Answer {
  const body = signInBody(uid, email, problem);
  return htmlPage(page({ title: 'Sign in · Sandbox', style: pageStyle, body }), status);
}
